/**
 * Who may do what: roles, the caller of a request, users and how they sign in. Each endpoint says which roles it is for
 * ({@link io.muster.api.service.access.Allowed}); what a role sees of an answer is decided where the answer is made.
 */
@NullMarked
package io.muster.api.service.access;

import org.jspecify.annotations.NullMarked;
