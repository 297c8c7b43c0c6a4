/**
 * Who may do what: roles, the caller of a request, users and how they sign in. Each endpoint says which roles it is for
 * ({@link io.muster.api.service.access.Allowed}); what a role sees of an answer is decided where the answer is made. Uses
 * {@link io.muster.api.service.trail} and {@link io.muster.api.service.web}.
 */
@NullMarked
package io.muster.api.service.access;

import org.jspecify.annotations.NullMarked;
