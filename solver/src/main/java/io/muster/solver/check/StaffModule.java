package io.muster.solver.check;

/**
 * Key of a scope decision, a completion and a booking.
 *
 * @param staffId the staff member
 * @param moduleId the module
 */
record StaffModule(String staffId, String moduleId) {

    /** {@return the ids as a violation's subject} */
    @Override
    public String toString() {
        return staffId + " " + moduleId;
    }
}
