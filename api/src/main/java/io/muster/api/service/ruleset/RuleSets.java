package io.muster.api.service.ruleset;

import io.muster.api.error.BadInputException;
import io.muster.api.scope.ScopingService;
import io.muster.api.service.content.Contents;
import io.muster.api.service.content.WorkFolder;
import io.muster.api.service.ruleset.StoredRuleSet.State;
import io.muster.api.service.web.ProblemException;
import io.muster.rules.RuleSet;
import io.muster.rules.RuleSetLoader;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rule sets there are, and which of them is active. A reference to one is the id of a shipped rule set, such as {@code
 * everyone}; an uploaded version, such as {@code matrix@3}; or the bare id of an uploaded one, which means its newest
 * version without errors.
 */
@Component
public class RuleSets {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern REFERENCE = Pattern.compile("(" + ID + ")(?:@([0-9]{1,9}))?");

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Path folder;
    private final RuleSetLoader loader = new RuleSetLoader();
    private final Map<String, StoredRuleSet> shipped = new ConcurrentHashMap<>();

    RuleSets(JdbcClient jdbc, Contents contents, WorkFolder work) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.folder = work.folder("rule-sets");
    }

    /**
     * Where the files of a rule set are.
     *
     * @param reference a reference; null: the active rule set
     * @return what {@link ScopingService} and the services that use it take: a shipped id, or a folder in the work folder
     *     that is not to be changed
     * @throws ProblemException 404 when there is no such rule set, 409 when it has errors
     */
    public String resolve(@Nullable String reference) {
        StoredRuleSet stored = get(reference);
        if (stored.state() == State.INVALID) {
            throw ProblemException.conflict(
                    "rule-set-invalid",
                    "Rule set " + stored.ref() + " has errors and cannot be applied; upload a corrected version.");
        }
        return stored.content() == null
                ? stored.ref().id()
                : unpacked(stored.content()).toString();
    }

    /** The folder with the files of a content. */
    Path unpacked(String content) {
        return RuleSetZip.unpacked(contents, content, folder);
    }

    /** Whether a text may be the id of a rule set. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * What a reference means now, to be kept with whatever the rule set is applied to.
     *
     * @param reference a reference; null: the active rule set
     * @return a reference that will always mean the same files: a shipped id, or {@code id@number}
     * @throws ProblemException 404 when there is no such rule set
     */
    public String pin(@Nullable String reference) {
        return get(reference).ref().toString();
    }

    /**
     * A version.
     *
     * @param reference a reference; null: the active rule set
     * @return the version
     * @throws ProblemException 404 when there is none
     */
    public StoredRuleSet get(@Nullable String reference) {
        if (reference == null || reference.isEmpty()) {
            RuleSetRef active = active();
            return find(active).orElseThrow(() -> notFound(active.toString()));
        }
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches()) {
            throw notFound("of that form");
        }
        String id = matcher.group(1);
        if (matcher.group(2) != null) {
            return version(id, Integer.parseInt(matcher.group(2)));
        }
        return loader.shippedIds().contains(id)
                ? version(id, 0)
                : versions(id).stream()
                        .filter(version -> version.state() != State.INVALID)
                        .findFirst()
                        .orElseThrow(() -> notFound(reference));
    }

    /**
     * A version.
     *
     * @param id the rule set
     * @param number the version
     * @return the version
     * @throws ProblemException 404 when there is none
     */
    public StoredRuleSet version(String id, int number) {
        return Optional.of(new RuleSetRef(id, number))
                .filter(ref -> isId(ref.id()))
                .flatMap(this::find)
                .orElseThrow(() -> notFound(id + "@" + number));
    }

    /**
     * The versions of a rule set.
     *
     * @param id the rule set
     * @return the newest first, the shipped one last; none: there is no such rule set
     */
    public List<StoredRuleSet> versions(String id) {
        return list().stream().filter(version -> version.ref().id().equals(id)).toList();
    }

    /** {@return every version of every rule set: by id, the newest first} */
    public List<StoredRuleSet> list() {
        States states = states();
        List<StoredRuleSet> all = new ArrayList<>();
        loader.shippedIds().forEach(id -> all.add(states.of(shipped(id))));
        jdbc.sql("select * from rule_set_version").query(RuleSets::version).list().stream()
                .map(states::of)
                .forEach(all::add);
        all.sort(Comparator.<StoredRuleSet, String>comparing(
                        version -> version.ref().id())
                .thenComparing(version -> -version.ref().number()));
        return List.copyOf(all);
    }

    /** {@return the version that decides scope of new plans} */
    public RuleSetRef active() {
        return findLastActivation().map(Activation::ref).orElse(new RuleSetRef(ScopingService.DEFAULT_RULE_SET, 0));
    }

    /** {@return the last activation; empty: the shipped default has been active ever since} */
    public Optional<Activation> findLastActivation() {
        return activations().stream().findFirst();
    }

    /** {@return every activation, the newest first} */
    public List<Activation> activations() {
        return jdbc.sql("select * from rule_set_activation order by number desc")
                .query(RuleSets::activation)
                .list();
    }

    /**
     * Makes a version the active one.
     *
     * @param activation the activation; its number follows the last one's
     * @throws org.springframework.dao.DuplicateKeyException when somebody else was faster
     */
    void add(Activation activation) {
        jdbc.sql("insert into rule_set_activation (number, rule_set_id, version, note, activated_at, activated_by)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        activation.number(),
                        activation.ruleSetId(),
                        activation.version(),
                        activation.note(),
                        activation.activatedAt().atOffset(ZoneOffset.UTC),
                        activation.activatedBy())
                .update();
    }

    /**
     * Adds an uploaded version.
     *
     * @param version the version, whose number is not taken
     * @throws org.springframework.dao.DuplicateKeyException when it is
     */
    void add(StoredRuleSet version) {
        jdbc.sql("insert into rule_set_version (rule_set_id, number, version, name, hash, content, valid, error_count,"
                        + " warning_count, created_at, created_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        version.ref().id(),
                        version.ref().number(),
                        version.version(),
                        version.name(),
                        version.hash(),
                        version.content(),
                        version.state() != State.INVALID,
                        version.errorCount(),
                        version.warningCount(),
                        Objects.requireNonNull(version.createdAt()).atOffset(ZoneOffset.UTC),
                        version.createdBy())
                .update();
    }

    /** The number that the next version of a rule set gets. */
    int nextNumber(String id) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from rule_set_version where rule_set_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private Optional<StoredRuleSet> find(RuleSetRef ref) {
        Optional<StoredRuleSet> found = ref.number() == 0
                ? Optional.of(ref.id()).filter(loader.shippedIds()::contains).map(this::shipped)
                : jdbc.sql("select * from rule_set_version where rule_set_id = ? and number = ?")
                        .params(ref.id(), ref.number())
                        .query(RuleSets::version)
                        .optional();
        return found.map(version -> states().of(version));
    }

    /** A shipped rule set; the first question about it compiles it. */
    private StoredRuleSet shipped(String shippedId) {
        return shipped.computeIfAbsent(shippedId, id -> {
            var loaded = loader.shipped(id);
            RuleSet ruleSet = loaded.ruleSet().orElseThrow(() -> new BadInputException(loaded.issues()));
            return new StoredRuleSet(
                    new RuleSetRef(id, 0),
                    ruleSet.version(),
                    ruleSet.name(),
                    ruleSet.hash(),
                    null,
                    State.DRAFT,
                    0,
                    loaded.issues().size(),
                    null,
                    null);
        });
    }

    private States states() {
        List<RuleSetRef> activated = activations().stream().map(Activation::ref).toList();
        return new States(
                activated.isEmpty() ? new RuleSetRef(ScopingService.DEFAULT_RULE_SET, 0) : activated.get(0), activated);
    }

    /** Where versions stand, as the activations have it. */
    private record States(RuleSetRef active, List<RuleSetRef> activated) {
        StoredRuleSet of(StoredRuleSet stored) {
            State state = stored.state();
            if (stored.ref().equals(active)) {
                state = State.ACTIVE;
            } else if (activated.contains(stored.ref())) {
                state = State.RETIRED;
            }
            return new StoredRuleSet(
                    stored.ref(),
                    stored.version(),
                    stored.name(),
                    stored.hash(),
                    stored.content(),
                    state,
                    stored.errorCount(),
                    stored.warningCount(),
                    stored.createdAt(),
                    stored.createdBy());
        }
    }

    private static ProblemException notFound(String reference) {
        return ProblemException.notFound("rule-set", reference);
    }

    private static StoredRuleSet version(ResultSet row, int index) throws SQLException {
        return new StoredRuleSet(
                new RuleSetRef(row.getString("rule_set_id"), row.getInt("number")),
                row.getString("version"),
                row.getString("name"),
                row.getString("hash"),
                row.getString("content"),
                row.getBoolean("valid") ? State.DRAFT : State.INVALID,
                row.getInt("error_count"),
                row.getInt("warning_count"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"));
    }

    private static Activation activation(ResultSet row, int index) throws SQLException {
        return new Activation(
                row.getLong("number"),
                row.getString("rule_set_id"),
                row.getInt("version"),
                row.getString("note"),
                row.getObject("activated_at", OffsetDateTime.class).toInstant(),
                row.getString("activated_by"));
    }
}
