package dev.assay.api.console;

import java.util.Map;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Steps that a person takes by a form. What is refused is said on the page, and what was written stands in the form again. */
final class Steps {

    private Steps() {}

    /**
     * Takes a step.
     *
     * @param flash carries over what the page says next
     * @param page the path of the page to which it leads, whether it was taken or refused
     * @param written what was written, by the name under which the page's form reads it; nothing of it is lost
     * @param step the step; refuses by an IllegalArgumentException that says why and what to do
     * @return where to go
     */
    static String take(RedirectAttributes flash, String page, Map<String, ?> written, Runnable step) {
        try {
            step.run();
        } catch (IllegalArgumentException refused) {
            flash.addFlashAttribute("refused", refused.getMessage());
            written.forEach(flash::addFlashAttribute);
        }
        return "redirect:" + page;
    }
}
