package io.muster.api.dataset;

import io.muster.data.sample.SampleProgramme;
import java.util.Arrays;
import java.util.Iterator;

/** The ids of the programmes that can be generated, in order. */
public final class ProgrammeNames implements Iterable<String> {

    /** Lists them. */
    public ProgrammeNames() {}

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(SampleProgramme.values()).map(SampleProgramme::id).iterator();
    }
}
