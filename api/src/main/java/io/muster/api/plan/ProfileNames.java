package io.muster.api.plan;

import io.muster.solver.profile.Profiles;
import java.util.Iterator;

/** The names of the shipped profiles, the one that changes nothing first. */
public final class ProfileNames implements Iterable<String> {

    /** Lists them. */
    public ProfileNames() {}

    @Override
    public Iterator<String> iterator() {
        return Profiles.names().iterator();
    }
}
