package io.muster.api.service.dataset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/** What changed between revisions; the last comparisons stay in memory while somebody pages through them. */
@Component
class ChangesOfRevisions {
    private static final long MOST_IN_MEMORY = 300_000;

    private record Pair(String before, String after) {}

    private final DataSetCache cache;
    private final Cache<Pair, Changes> byContents = Caffeine.newBuilder()
            .maximumWeight(MOST_IN_MEMORY)
            .weigher((Pair pair, Changes changes) -> 1 + changes.changes().size())
            .build();

    ChangesOfRevisions(DataSetCache cache) {
        this.cache = cache;
    }

    /** {@return what changed from one revision to another, both of which are ready} */
    Changes between(Revision before, Revision after) {
        return byContents.get(
                new Pair(before.readyContent(), after.readyContent()),
                pair -> Changes.between(cache.get(before), cache.get(after)));
    }
}
