package io.muster.api.service.booking;

import io.muster.data.plan.Unbooked;

/**
 * An unbooked requirement with what lists ask of it.
 *
 * @param row its row
 * @param person whose
 * @param priority its priority in {@code scope.csv}
 */
record Open(Unbooked row, Person person, int priority) {}
