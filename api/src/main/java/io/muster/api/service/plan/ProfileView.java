package io.muster.api.service.plan;

/**
 * A profile of weights that a plan can be made by.
 *
 * @param name its name
 * @param description a sentence on whom it favours
 */
record ProfileView(String name, String description) {}
