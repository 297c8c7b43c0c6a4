package io.muster.api.service.dataset;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.service.content.Contents;
import io.muster.data.issue.Issue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** The issues of revisions, those of the last ones asked for in memory. */
@Component
class IssuesOfRevisions {
    private static final long MOST_IN_MEMORY = 200_000;

    private final Contents contents;
    private final ObjectMapper json;
    private final Cache<String, List<Issue>> byContent = Caffeine.newBuilder()
            .maximumWeight(MOST_IN_MEMORY)
            .weigher((String content, List<Issue> issues) -> 1 + issues.size())
            .build();

    IssuesOfRevisions(Contents contents, ObjectMapper json) {
        this.contents = contents;
        this.json = json;
    }

    /** {@return every issue by file and row; none while the revision has not been read} */
    List<Issue> of(Revision revision) {
        return revision.issues() == null ? List.of() : byContent.get(revision.issues(), this::read);
    }

    private List<Issue> read(String content) {
        try {
            return json.readValue(contents.file(content, ".json").toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
