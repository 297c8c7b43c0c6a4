/**
 * What every page of the web interface shares: the mark of a page's controller, how figures are shown, and how errors look.
 * The pages themselves lie with what they show: {@code booking.PeoplePages}, {@code plan.PlanPages}; their templates are in
 * {@code templates/<package>/}. Uses {@code web}; knows nothing of any page.
 */
@NullMarked
package io.muster.api.service.page;

import org.jspecify.annotations.NullMarked;
