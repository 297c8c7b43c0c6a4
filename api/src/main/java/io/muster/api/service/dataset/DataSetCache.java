package io.muster.api.service.dataset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.dataset.DataSetService;
import io.muster.api.service.content.Contents;
import io.muster.api.service.web.ProblemException;
import io.muster.data.model.DataSet;
import org.springframework.stereotype.Component;

/** Data sets in memory, a few at a time. The first question about one loads it, which takes seconds at full size. */
@Component
public class DataSetCache {
    private final Contents contents;
    private final DataSetService reader = new DataSetService();
    private final Cache<String, DataSet> byContent;

    DataSetCache(Contents contents, DataSetSettings settings) {
        this.contents = contents;
        byContent = Caffeine.newBuilder().maximumSize(settings.inMemory()).build();
    }

    /**
     * A revision's data set.
     *
     * @param revision the revision
     * @return the data set
     * @throws ProblemException 409 when it is not ready
     */
    public DataSet get(Revision revision) {
        return byContent.get(
                revision.readyContent(),
                hash -> reader.load(contents.file(hash, ".zip")).dataSet());
    }

    /** Keeps a data set that was read anyway. */
    void put(String content, DataSet dataSet) {
        byContent.put(content, dataSet);
    }
}
