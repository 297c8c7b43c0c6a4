package io.muster.rules.fact;

import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import java.util.List;

/** A module, as clauses see it. */
public final class ModuleFacts {
    private final String id;
    private final boolean digital;
    private final List<String> after;

    /**
     * Makes the fact of a module.
     *
     * @param module the module
     */
    public ModuleFacts(TrainingModule module) {
        this.id = module.id();
        this.digital = module.delivery() == Delivery.DIGITAL;
        this.after = module.after();
    }

    /** {@return the module's id} */
    public String getId() {
        return id;
    }

    /** {@return whether it is digital: protected learning time without a session} */
    public boolean isDigital() {
        return digital;
    }

    /** {@return ids of the modules that come first, possibly empty} */
    public List<String> getAfter() {
        return after;
    }
}
