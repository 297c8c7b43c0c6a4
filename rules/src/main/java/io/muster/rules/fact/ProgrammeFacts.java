package io.muster.rules.fact;

import java.time.LocalDate;
import java.util.List;

/** The programme and the rule set's parameters, as clauses see them. One in every session. */
public final class ProgrammeFacts {
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final Parameters parameters;

    /**
     * Makes the fact.
     *
     * @param firstDay first day of the programme, inclusive
     * @param lastDay last day of the programme, inclusive
     * @param parameters of the rule set
     */
    public ProgrammeFacts(LocalDate firstDay, LocalDate lastDay, Parameters parameters) {
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.parameters = parameters;
    }

    /** {@return first day of the programme, inclusive} */
    public LocalDate getFirstDay() {
        return firstDay;
    }

    /** {@return last day of the programme, inclusive} */
    public LocalDate getLastDay() {
        return lastDay;
    }

    /**
     * A parameter that is a whole number.
     *
     * @param name of the parameter
     * @return its value
     */
    public int number(String name) {
        return parameters.number(name);
    }

    /**
     * A parameter that is a text.
     *
     * @param name of the parameter
     * @return its value
     */
    public String text(String name) {
        return parameters.text(name);
    }

    /**
     * A parameter that is a list of texts.
     *
     * @param name of the parameter
     * @return its value, possibly empty
     */
    public List<String> list(String name) {
        return parameters.list(name);
    }
}
