package dev.assay.batch.feed;

import dev.assay.model.config.YamlMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The columns that hold numbers of identity documents of persons. */
final class PersonColumns {

    private PersonColumns() {}

    static Set<Integer> of(List<FactRule> facts) {
        Set<Integer> columns = new HashSet<>();
        for (FactRule fact : facts) {
            for (FieldRule field : fact.fields()) {
                if (field.conversion() instanceof Conversion.AsPersonId) {
                    columns.addAll(RowReading.columns(field.source()));
                }
            }
        }
        return columns;
    }

    /** Such a number stands nowhere else: not in a key, not in an identity, not in another field, where it would not be encrypted. */
    static void check(YamlMap top, List<FactRule> facts, List<BusinessRule> business, List<Column> columns) {
        Set<Integer> elsewhere = new HashSet<>();
        for (FactRule fact : facts) {
            fact.key().forEach(part -> elsewhere.add(part.column()));
            fact.licence().ifPresent(elsewhere::add);
            fact.alias().ifPresent(alias -> elsewhere.add(alias.column()));
            for (FieldRule field : fact.fields()) {
                if (!(field.conversion() instanceof Conversion.AsPersonId)) {
                    elsewhere.addAll(RowReading.columns(field.source()));
                }
            }
        }
        business.forEach(rule -> addColumns(rule, elsewhere));
        for (int column : of(facts)) {
            if (elsewhere.contains(column)) {
                top.fault(
                        "facts",
                        "The column (%s) holds numbers of identity documents and is used for something else too."
                                .formatted(columns.get(column).name()),
                        "Maybe take it out of the key, the business or the other field: there it would not be encrypted.");
            }
        }
    }

    private static void addColumns(BusinessRule rule, Set<Integer> columns) {
        switch (rule) {
            case BusinessRule.ByIdentity identity -> columns.add(identity.column());
            case BusinessRule.ByOwnKey own -> columns.addAll(own.columns());
            case BusinessRule.ByNameAndAddress(int name, int address) -> columns.addAll(List.of(name, address));
            case BusinessRule.ByKnownIdentity(int scheme, int identity) -> columns.addAll(List.of(scheme, identity));
            case BusinessRule.Constant _ -> {}
            case BusinessRule.OfRecord(RecordRule record) -> columns.addAll(record.key());
            case BusinessRule.ByMatch match -> {
                columns.addAll(RowReading.columns(match.name()));
                match.address().map(RowReading::columns).ifPresent(columns::addAll);
                match.division().map(RowReading::columns).ifPresent(columns::addAll);
                match.identities().forEach(identity -> columns.add(identity.column()));
            }
            case BusinessRule.OnlyIf guarded -> addColumns(guarded.rule(), columns);
        }
    }
}
