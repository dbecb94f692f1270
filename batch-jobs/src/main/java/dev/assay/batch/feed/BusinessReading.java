package dev.assay.batch.feed;

import dev.assay.core.identity.FoodLicenceNumber;
import dev.assay.core.identity.Identity;
import dev.assay.core.identity.IdentitySchemes;
import dev.assay.core.identity.MatchingKey;
import dev.assay.core.identity.RegistrationNumber;
import dev.assay.core.identity.Uscc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a row how it names its business, and checks the identity. */
final class BusinessReading {

    private static final int LONGEST_SCHEME = 32;

    private static final int LONGEST_IDENTITY = 64;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ADDRESS = 1000;
    private static final int LONGEST_DIVISION = 16;

    private final FeedDefinition feed;
    private final RowReading row;
    private final Set<DataWarning> warnings;

    BusinessReading(FeedDefinition feed, RowReading row, Set<DataWarning> warnings) {
        this.feed = feed;
        this.row = row;
        this.warnings = warnings;
    }

    /** The first way whose cells are filled; empty, and a refusal noted, if there is none or its identity is wrong. */
    Optional<FoundBusiness> find() {
        for (BusinessRule rule : feed.business()) {
            if (isMeant(rule)) {
                return found(rule);
            }
        }
        int column = missing(feed.business().getFirst());
        String cell = row.cell(column);
        if (cell.isEmpty()) {
            row.refuse(column, null, RefusalReason.MISSING_VALUE);
        } else {
            row.refuse(column, cell, RefusalReason.IDENTITY_CHARACTER);
        }
        return Optional.empty();
    }

    private boolean isMeant(BusinessRule rule) {
        return switch (rule) {
            case BusinessRule.ByIdentity identity -> {
                String cell = row.cell(identity.column());
                yield !cell.isEmpty()
                        && identity.form()
                                .map(form -> form.matcher(cell).matches())
                                .orElse(true);
            }
            case BusinessRule.ByOwnKey own ->
                own.columns().stream().noneMatch(column -> row.cell(column).isEmpty());
            case BusinessRule.ByNameAndAddress(int name, int address) ->
                !row.cell(name).isEmpty() && !row.cell(address).isEmpty();
            case BusinessRule.ByKnownIdentity(int scheme, int identity) ->
                !row.cell(scheme).isEmpty() && !row.cell(identity).isEmpty();
            case BusinessRule.Constant _ -> true;
            case BusinessRule.OfRecord(RecordRule record) ->
                record.key().stream().noneMatch(column -> row.cell(column).isEmpty());
            case BusinessRule.ByMatch match ->
                !row.text(match.name()).isEmpty() || match.identities().stream().anyMatch(this::isMeant);
            case BusinessRule.OnlyIf(int column, Set<String> values, BusinessRule inner) ->
                values.contains(row.cell(column)) && isMeant(inner);
        };
    }

    private Optional<FoundBusiness> found(BusinessRule rule) {
        return switch (rule) {
            case BusinessRule.ByIdentity identity -> byIdentity(identity);
            case BusinessRule.ByOwnKey(List<Integer> columns, boolean creates) ->
                Optional.of(new FoundBusiness.ByIdentity(
                        IdentitySchemes.LOCAL,
                        RecordKey.local(
                                feed.id(), columns.stream().map(row::cell).toList()),
                        creates));
            case BusinessRule.ByNameAndAddress(int name, int address) -> byName(name, address);
            case BusinessRule.ByKnownIdentity(int scheme, int identity) -> byKnown(scheme, identity);
            case BusinessRule.Constant(String scheme, String identity, boolean creates) ->
                Optional.of(new FoundBusiness.ByIdentity(scheme, identity, creates));
            case BusinessRule.OfRecord(RecordRule record) -> row.find(record).map(FoundBusiness.OfRecord::new);
            case BusinessRule.ByMatch match -> byMatch(match);
            case BusinessRule.OnlyIf only -> found(only.rule());
        };
    }

    private int missing(BusinessRule rule) {
        return switch (rule) {
            case BusinessRule.ByIdentity identity -> identity.column();
            case BusinessRule.ByOwnKey own -> firstEmpty(own.columns());
            case BusinessRule.ByNameAndAddress(int name, int address) -> firstEmpty(List.of(name, address));
            case BusinessRule.ByKnownIdentity(int scheme, int identity) -> firstEmpty(List.of(scheme, identity));
            case BusinessRule.Constant _ -> 0;
            case BusinessRule.OfRecord(RecordRule record) -> firstEmpty(record.key());
            case BusinessRule.ByMatch match -> RowReading.column(match.name());
            case BusinessRule.OnlyIf only -> missing(only.rule());
        };
    }

    private int firstEmpty(List<Integer> columns) {
        return columns.stream()
                .filter(column -> row.cell(column).isEmpty())
                .findFirst()
                .orElse(columns.getFirst());
    }

    private Optional<FoundBusiness> byName(int nameColumn, int addressColumn) {
        String name = row.fitting(nameColumn, LONGEST_NAME);
        String address = row.fitting(addressColumn, LONGEST_ADDRESS);
        return name.isEmpty()
                        || address.isEmpty()
                        || !row.fitsWithKey(nameColumn, name, LONGEST_NAME)
                        || !row.fitsWithKey(addressColumn, address, LONGEST_ADDRESS)
                ? Optional.empty()
                : Optional.of(new FoundBusiness.ByNameAndAddress(name, address));
    }

    private Optional<FoundBusiness> byMatch(BusinessRule.ByMatch rule) {
        List<Identity> identities = new ArrayList<>();
        for (BusinessRule.ByIdentity way : rule.identities()) {
            if (isMeant(way)) {
                if (!(byIdentity(way).orElse(null) instanceof FoundBusiness.ByIdentity found)) {
                    return Optional.empty();
                }
                identities.add(new Identity(found.scheme(), found.identity()));
            }
        }
        String name = row.fitting(rule.name(), LONGEST_NAME);
        String address = rule.address()
                .map(source -> row.fitting(source, LONGEST_ADDRESS))
                .orElse("");
        String division = rule.division()
                .map(source -> row.fitting(source, LONGEST_DIVISION))
                .orElse("");
        if (name.isEmpty() && identities.isEmpty()) {
            return Optional.empty();
        }
        if (!row.fitsWithKey(RowReading.column(rule.name()), name, LONGEST_NAME)
                || !row.fitsWithKey(rule.address().map(RowReading::column).orElse(0), address, LONGEST_ADDRESS)) {
            return Optional.empty();
        }
        Identity own = identities.isEmpty()
                ? new Identity(
                        IdentitySchemes.LOCAL,
                        RecordKey.local(feed.id(), List.of(MatchingKey.of(name), MatchingKey.of(address), division)))
                : identities.getFirst();
        return Optional.of(
                new FoundBusiness.ByMatch(name, address, division, identities, own, rule.below(), rule.thresholds()));
    }

    private Optional<FoundBusiness> byKnown(int schemeColumn, int identityColumn) {
        String scheme = row.cell(schemeColumn);
        String identity = row.cell(identityColumn);
        if (!Identity.isScheme(scheme)) {
            row.refuse(schemeColumn, scheme, RefusalReason.IDENTITY_CHARACTER);
            return Optional.empty();
        }
        if (scheme.length() > LONGEST_SCHEME || identity.length() > LONGEST_IDENTITY) {
            row.refuse(identityColumn, identity, RefusalReason.TOO_LONG);
            return Optional.empty();
        }
        return Optional.of(new FoundBusiness.ByIdentity(scheme, identity, false));
    }

    private Optional<FoundBusiness> byIdentity(BusinessRule.ByIdentity rule) {
        String cell = row.cell(rule.column());
        String identity =
                rule.prefix() + rule.part().map(part -> part(cell, part)).orElse(cell);
        if (identity.length() > LONGEST_IDENTITY) {
            row.refuse(rule.column(), cell, RefusalReason.TOO_LONG);
            return Optional.empty();
        }
        return passes(rule, identity)
                ? Optional.of(new FoundBusiness.ByIdentity(rule.scheme(), identity, rule.creates()))
                : Optional.empty();
    }

    /** The part of a cell that a pattern's group takes; the whole cell where the pattern does not fit. */
    private static String part(String cell, Pattern pattern) {
        Matcher matcher = pattern.matcher(cell);
        String part =
                matcher.find() && matcher.group(1) != null ? matcher.group(1).strip() : "";
        return part.isEmpty() ? cell : part;
    }

    private boolean passes(BusinessRule.ByIdentity rule, String identity) {
        return switch (rule.check()) {
            case NONE -> true;
            case FOOD_LICENCE -> {
                warnOfLicence(identity, warnings);
                yield true;
            }
            case REGISTRATION_NO -> passesRegistration(rule.column(), identity);
            case USCC -> passesUscc(rule.column(), identity);
        };
    }

    private boolean passesRegistration(int column, String number) {
        if (!RegistrationNumber.isWellFormed(number)) {
            boolean wrongLength = number.length() != RegistrationNumber.LENGTH;
            row.refuse(column, number, wrongLength ? RefusalReason.IDENTITY_LENGTH : RefusalReason.IDENTITY_CHARACTER);
            return false;
        }
        if (!RegistrationNumber.hasValidCheckDigit(number)) {
            warnings.add(DataWarning.REGISTRATION_CHECK_DIGIT);
        }
        return true;
    }

    private boolean passesUscc(int column, String code) {
        Optional<RefusalReason> reason = switch (Uscc.check(code)) {
            case VALID -> Optional.empty();
            case INNER_CHECK_FAILS -> {
                warnings.add(DataWarning.USCC_INNER_CHECK);
                yield Optional.empty();
            }
            case CHECK_FAILS -> Optional.of(RefusalReason.IDENTITY_CHECK);
            case WRONG_LENGTH -> Optional.of(RefusalReason.IDENTITY_LENGTH);
            case WRONG_CHARACTER -> Optional.of(RefusalReason.IDENTITY_CHARACTER);
        };
        reason.ifPresent(found -> row.refuse(column, code, found));
        return reason.isEmpty();
    }

    static void warnOfLicence(String number, Set<DataWarning> warnings) {
        if (!FoodLicenceNumber.isWellFormed(number)) {
            warnings.add(DataWarning.LICENCE_FORM);
        } else if (!FoodLicenceNumber.hasValidCheckDigit(number)) {
            warnings.add(DataWarning.LICENCE_CHECK_DIGIT);
        }
    }
}
