package io.muster.rules;

import io.muster.data.issue.Issue;
import io.muster.rules.fact.PersonFacts;
import io.muster.rules.fact.Proposal;
import io.muster.rules.fact.Settled;
import io.muster.rules.fact.Settlement;
import io.muster.rules.sheet.RowRules;
import io.muster.rules.sheet.RuleIssue;
import io.muster.rules.sheet.ScopeSheet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/**
 * The compiled rules of a rule set and the session they run in. Sessions are used once: all facts go in, clauses and
 * rows propose, then one rule settles. Rules only insert.
 */
final class RuleEngine {
    private static final String FOLDER = "src/main/resources/io/muster/rules/set/";
    private static final String ROWS = "rows-of-the-sheet.drl";
    private static final String SETTLE = "settle.drl";
    private static final String CLAUSE_PACKAGE_OF_ENGINE = "io.muster.rules.engine";
    private static final Pattern CLAUSE_NAME = Pattern.compile("SCOPE-\\d{3} \\S.*");
    private static final Set<String> CLAUSE_GROUPS = Set.of("MAIN", "prerequisites");

    /** Concurrent builds in one process must not share a release id. */
    private static final AtomicLong BUILDS = new AtomicLong();

    private final KieBase kieBase;
    private final ScopeSheet sheet;
    private final TreeMap<String, Rule> rulesById;

    private RuleEngine(KieBase kieBase, ScopeSheet sheet, TreeMap<String, Rule> rulesById) {
        this.kieBase = kieBase;
        this.sheet = sheet;
        this.rulesById = rulesById;
    }

    /**
     * Compiles a sheet and clauses.
     *
     * @param sheet the sheet
     * @param clauses texts of clause files, by file name
     * @param issues where problems go
     * @return the engine; empty when the rules do not compile or are not as clauses must be
     */
    static Optional<RuleEngine> compile(ScopeSheet sheet, Map<String, String> clauses, List<Issue> issues) {
        KieServices services = KieServices.Factory.get();
        ReleaseId release = services.newReleaseId("io.muster", "rule-set", "1." + BUILDS.incrementAndGet());
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write(FOLDER + "engine/" + SETTLE, resource(SETTLE));
        if (!sheet.rows().isEmpty()) {
            files.write(FOLDER + "engine/" + ROWS, RowRules.drl(sheet));
        }
        clauses.forEach((file, text) -> files.write(FOLDER + file, text));
        try {
            ClassLoader loader = RuleEngine.class.getClassLoader();
            KieBuilder builder = services.newKieBuilder(files, loader).buildAll();
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                errors.forEach(error -> issues.add(invalid(fileOf(error), error.getLine(), error.getText())));
                return Optional.empty();
            }
            KieContainer container = services.newKieContainer(release, loader);
            KieBase kieBase = container.getKieBase();
            TreeMap<String, Rule> rules = new TreeMap<>();
            return accept(kieBase, rules, issues)
                    ? Optional.of(new RuleEngine(kieBase, sheet, rules))
                    : Optional.empty();
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static String fileOf(Message error) {
        return lastName(Objects.requireNonNullElse(error.getPath(), ""));
    }

    private static String fileOf(Rule rule) {
        return lastName(((RuleImpl) rule).getResource().getSourcePath());
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Issue invalid(String file, int line, String text) {
        return RuleIssue.RULE_CLAUSE_INVALID.in(
                file, line > 0 ? line : null, null, null, "Line " + line + ": " + text.strip());
    }

    /** Clauses have an id, no salience and no agenda group but the one for prerequisites. */
    private static boolean accept(KieBase kieBase, TreeMap<String, Rule> rules, List<Issue> issues) {
        int before = issues.size();
        Set<String> names = new HashSet<>();
        for (KiePackage kiePackage : kieBase.getKiePackages()) {
            boolean ofEngine = kiePackage.getName().equals(CLAUSE_PACKAGE_OF_ENGINE);
            for (Rule rule : kiePackage.getRules()) {
                String id = Proposal.idOf(rule.getName());
                boolean ofSheet = rule.getMetaData().containsKey("SheetRow");
                String file = fileOf(rule);
                if (!names.add(id)) {
                    issues.add(invalid(file, 0, "Two clauses have the id " + id + ". Give each its own."));
                }
                if (!ofEngine && !ofSheet) {
                    if (!CLAUSE_NAME.matcher(rule.getName()).matches()) {
                        issues.add(invalid(
                                file,
                                0,
                                "The clause '" + rule.getName()
                                        + "' needs a name like \"SCOPE-014 drivers take route knowledge\"."));
                    }
                    RuleImpl details = (RuleImpl) rule;
                    if (!details.getSalience().isDefault() || !CLAUSE_GROUPS.contains(details.getAgendaGroup())) {
                        issues.add(invalid(
                                file,
                                0,
                                "The clause '" + rule.getName() + "' has a salience or an agenda group of its own."
                                        + " Remove it: the ground of a proposal settles conflicts."));
                    }
                }
                if (!ofEngine) {
                    rules.put(id, rule);
                }
            }
        }
        return issues.size() == before;
    }

    private static String resource(String name) {
        String path = "/io/muster/rules/engine/" + name;
        try (InputStream stream = Objects.requireNonNull(RuleEngine.class.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs the rules.
     *
     * @param facts the programme, modules and equivalents
     * @param people the people
     * @param settlement settles their proposals
     * @param prerequisites whether any module comes after another
     * @return what was settled, one for each person, in their order
     * @throws IllegalStateException if a clause fails
     */
    List<Settled> run(
            Collection<?> facts, Collection<PersonFacts> people, Settlement settlement, boolean prerequisites) {
        KieSession session = kieBase.newKieSession();
        try {
            if (!sheet.rows().isEmpty()) {
                session.setGlobal("rows", sheet);
            }
            session.setGlobal("settlement", settlement);
            facts.forEach(session::insert);
            people.forEach(session::insert);
            session.fireAllRules();
            if (prerequisites) {
                fire(session, "missing");
                fire(session, "prerequisites");
            }
            fire(session, "settle");
            Map<PersonFacts, Settled> settled = new IdentityHashMap<>(people.size());
            for (Object fact : session.getObjects(Settled.class::isInstance)) {
                Settled one = (Settled) fact;
                settled.put(one.getPerson(), one);
            }
            return people.stream()
                    .map(person -> Objects.requireNonNull(settled.get(person), person.getStaffId()))
                    .toList();
        } catch (RuntimeException e) {
            throw new IllegalStateException("A clause failed. Maybe a parameter is missing from ruleset.json.", e);
        } finally {
            session.dispose();
        }
    }

    private static void fire(KieSession session, String group) {
        session.getAgenda().getAgendaGroup(group).setFocus();
        session.fireAllRules();
    }

    List<String> ruleNames() {
        return rulesById.values().stream().map(Rule::getName).toList();
    }

    String ruleName(String ruleId) {
        Rule rule = rulesById.get(ruleId);
        return rule == null ? ruleId : rule.getName();
    }

    /** The file that a rule stands in. */
    String file(String ruleId) {
        Rule rule = rulesById.get(ruleId);
        return rule == null ? "" : fileOf(rule);
    }

    @Nullable
    Integer sheetRow(String ruleId) {
        Rule rule = rulesById.get(ruleId);
        Object row = rule == null ? null : rule.getMetaData().get("SheetRow");
        return row == null ? null : Integer.valueOf(row.toString());
    }
}
