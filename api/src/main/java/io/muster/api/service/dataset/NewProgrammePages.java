package io.muster.api.service.dataset;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.page.PageController;
import io.muster.api.service.web.EntityTags;
import io.muster.data.sample.SampleProgramme;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Making programmes and their revisions from a form, and deleting them. */
@PageController
class NewProgrammePages {
    private static final String DONE = "done";

    private final UploadController uploads;
    private final DataSetController dataSets;

    NewProgrammePages(UploadController uploads, DataSetController dataSets) {
        this.uploads = uploads;
        this.dataSets = dataSets;
    }

    @PostMapping("/programmes")
    @Allowed({Role.PLANNER, Role.LEARNING})
    String upload(
            MultipartHttpServletRequest form,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String note,
            Caller caller) {
        String wanted = name.isBlank() ? nameOf(form) : name;
        RevisionView made =
                Objects.requireNonNull(uploads.form(form, wanted, note, caller).getBody());
        return "redirect:/programmes/" + made.dataSetId();
    }

    @PostMapping("/programmes/sample")
    @Allowed({Role.PLANNER, Role.LEARNING})
    String sample(
            @RequestParam String programme,
            @RequestParam(required = false) @Nullable Integer people,
            @RequestParam(required = false) @Nullable Long seed,
            @RequestParam(required = false) @Nullable List<String> variants,
            @RequestParam(defaultValue = "") String name,
            Caller caller) {
        String wanted = name.isBlank()
                ? SampleProgramme.find(programme).map(SampleProgramme::title).orElse(programme)
                : name;
        ImportRequest.Sample sample = new ImportRequest.Sample(programme, people, seed, variants);
        RevisionView made =
                Objects.requireNonNull(uploads.sample(new UploadController.SampleRequest(sample), wanted, "", caller)
                        .getBody());
        return "redirect:/programmes/" + made.dataSetId();
    }

    @PostMapping("/programmes/{dataSetId}/delete")
    @Allowed(Role.PLANNER)
    String delete(
            @PathVariable String dataSetId, @RequestParam long version, Caller caller, RedirectAttributes messages) {
        dataSets.delete(dataSetId, EntityTags.of(version), caller);
        messages.addFlashAttribute(DONE, "The programme was deleted, with its revisions and draft plans.");
        return "redirect:/programmes";
    }

    @PostMapping("/programmes/{dataSetId}/data")
    @Allowed({Role.PLANNER, Role.LEARNING})
    String revision(
            @PathVariable String dataSetId,
            MultipartHttpServletRequest form,
            @RequestParam(defaultValue = "") String note,
            Caller caller) {
        uploads.formRevision(dataSetId, form, note, caller);
        return "redirect:/programmes/" + dataSetId + "/data";
    }

    /** The name of the one file that was sent, without its ending; nothing where there are several. */
    private static String nameOf(MultipartHttpServletRequest form) {
        List<MultipartFile> files =
                form.getMultiFileMap().values().stream().flatMap(List::stream).toList();
        String name = files.size() == 1 ? files.get(0).getOriginalFilename() : null;
        return name == null ? "" : name.replaceFirst("\\.[^.]*$", "");
    }
}
