package dev.assay.api.business;

import dev.assay.api.listing.PublicList;
import dev.assay.api.problem.BadParameter;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisterOrder;
import dev.assay.store.register.RegisterPage;
import dev.assay.store.register.RegisterQuery;
import dev.assay.store.register.RegisteredBusiness;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Businesses: found by name or number, and shown as far as they are public. */
@RestController
@RequestMapping("/v1/businesses")
@Tag(name = "businesses", description = "Who is registered, with licences and list entries.")
class BusinessApi {

    private static final int MOST_FOUND = 50;

    private final BusinessRegister register;
    private final Businesses businesses;
    private final CreditFiles creditFiles;
    private final PublicList list;

    BusinessApi(BusinessRegister register, Businesses businesses, CreditFiles creditFiles, PublicList list) {
        this.register = register;
        this.businesses = businesses;
        this.creditFiles = creditFiles;
        this.list = list;
    }

    @GetMapping
    @Operation(summary = "Businesses by name, address, code or licence number")
    BusinessSearchView search(
            @Parameter(description = "Part of a name or address, or the beginning of a code; at least two characters")
                    @RequestParam
                    String q) {
        if (q.strip().length() < 2) {
            throw new BadParameter(
                    "q", "The search (%s) is shorter than two characters.%nMaybe write more of the name.".formatted(q));
        }
        RegisterPage found = register.search(RegisterQuery.text(q), RegisterOrder.NAME, false, 0, MOST_FOUND);
        return new BusinessSearchView(
                found.rows().stream()
                        .map(row -> FoundBusinessView.of(row.business()))
                        .toList(),
                found.total());
    }

    @GetMapping("/{identity}")
    @Operation(summary = "One business, with its licences and its entries on the serious-violation list")
    BusinessView business(
            @Parameter(description = "SCHEME:VALUE", example = "fhrs:369216") @PathVariable String identity) {
        RegisteredBusiness business = businesses.get(identity);
        return new BusinessView(
                business.identity().toString(),
                register.identitiesOf(business.key()).stream()
                        .map(Object::toString)
                        .toList(),
                business.name(),
                business.address(),
                business.division(),
                business.sector(),
                LicenceView.in(creditFiles.now(business)),
                list.of(business));
    }

    @GetMapping("/{identity}/credit-file")
    @Operation(summary = "Everything known about a business, each fact with its source; for regulators")
    CreditFileView creditFile(
            @Parameter(description = "SCHEME:VALUE", example = "fhrs:369216") @PathVariable String identity) {
        return CreditFileView.of(creditFiles.now(businesses.get(identity)));
    }
}
