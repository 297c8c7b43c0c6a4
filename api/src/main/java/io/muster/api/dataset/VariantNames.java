package io.muster.api.dataset;

import io.muster.data.sample.SampleVariant;
import java.util.Arrays;
import java.util.Iterator;

/** The ids of the variants a data set can be generated in, in order. */
public final class VariantNames implements Iterable<String> {

    /** Lists them. */
    public VariantNames() {}

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(SampleVariant.values()).map(SampleVariant::id).iterator();
    }
}
