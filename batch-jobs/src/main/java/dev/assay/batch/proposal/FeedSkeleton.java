package dev.assay.batch.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A feed definition with what a proposal knows, for a person to complete. */
final class FeedSkeleton {

    private static final Pattern PLAIN = Pattern.compile("[\\p{IsHan}A-Za-z_][\\p{IsHan}A-Za-z0-9_/]*");
    private static final Pattern WORD_OF_YAML = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

    private static final String FAILURES = "failures";

    private FeedSkeleton() {}

    static String of(MappingProposal proposal) {
        Map<String, ProposedColumn> mapped = mapped(proposal);
        List<ProposedColumn> named = proposal.columns().stream()
                .filter(column -> !column.header().isBlank())
                .toList();
        List<ProposedColumn> left =
                named.stream().filter(column -> !mapped.containsValue(column)).toList();
        StringBuilder yaml = new StringBuilder();
        yaml.append(
                "# Proposed from the headers and the first rows: check each column. What stands in angle brackets is yours to say.\n");
        yaml.append("feed: <id>\n");
        yaml.append("title: {zh: <名称>, en: <title>}\n");
        yaml.append("format: {type: csv, encoding: utf-8}\n");
        yaml.append("state: delta\n");
        yaml.append("as_at: {file_name: '(\\d{4}-\\d{2}-\\d{2})'}\n");
        yaml.append("null_marks: [/, \"-\", —, 无, 不详, 暂无]\n\n");
        yaml.append("columns: [").append(headers(List.copyOf(mapped.values()))).append("]\n");
        yaml.append("ignored_columns:\n");
        left.forEach(column -> yaml.append("  ")
                .append(header(column))
                .append(": ")
                .append(column.field() == null ? "<unknown>" : "<" + column.field() + ">")
                .append('\n'));
        appendBusiness(yaml, mapped);
        yaml.append("\nfacts:\n  - kind: ").append(proposal.kind()).append('\n');
        yaml.append("    key: [").append(headers(List.copyOf(mapped.values()))).append(", as-at]\n");
        yaml.append("    fields:\n");
        mapped.forEach((field, column) -> yaml.append("      ")
                .append(field)
                .append(": ")
                .append(field.equals(FAILURES) ? items(column) : header(column))
                .append('\n'));
        return yaml.toString();
    }

    private static void appendBusiness(StringBuilder yaml, Map<String, ProposedColumn> mapped) {
        yaml.append("\nbusiness:\n  - {name: ")
                .append(businessColumn(mapped, "sampled_unit", "name"))
                .append(", address: ")
                .append(businessColumn(mapped, "sampled_address", "address"))
                .append("}\n");
    }

    /** The column of the sampled unit, or of the business itself in a sheet of businesses. */
    private static String businessColumn(Map<String, ProposedColumn> mapped, String sampled, String own) {
        return Optional.ofNullable(mapped.get(sampled))
                .or(() -> Optional.ofNullable(mapped.get(own)))
                .map(FeedSkeleton::header)
                .orElse("<column>");
    }

    /** Each field of the fact with the column that is surest to be it. */
    private static Map<String, ProposedColumn> mapped(MappingProposal proposal) {
        Map<String, ProposedColumn> surest = new LinkedHashMap<>();
        for (ProposedColumn column : proposal.columns()) {
            String canonical = column.field();
            String fact = canonical == null ? null : proposal.field(canonical).factField();
            if (fact != null) {
                surest.merge(fact, column, (a, b) -> b.confidence() > a.confidence() ? b : a);
            }
        }
        return surest;
    }

    private static String items(ProposedColumn column) {
        return "{column: " + header(column) + ", required: true, items: {separators: [；, ;, '\\n'], "
                + "parts: [║, ‖, \"||\", \"|\", 丨, ｜], fields: [item, result, standard]}}";
    }

    private static String header(ProposedColumn column) {
        return quoted(column.header().strip());
    }

    private static String headers(List<ProposedColumn> columns) {
        return columns.stream().map(FeedSkeleton::header).collect(Collectors.joining(", "));
    }

    private static String quoted(String header) {
        boolean plain =
                PLAIN.matcher(header).matches() && !WORD_OF_YAML.matcher(header).matches();
        return plain
                ? header
                : "\""
                        + header.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n")
                                .replace("\r", "\\r") + "\"";
    }
}
