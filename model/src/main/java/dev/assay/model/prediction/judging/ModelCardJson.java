package dev.assay.model.prediction.judging;

import java.math.BigDecimal;
import java.math.MathContext;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model card as JSON: its records by the names of their parts, in their order. Figures have six significant digits; what cannot be told
 * is null. The same card gives the same bytes.
 */
public final class ModelCardJson {

    /** The name and version of the form. */
    public static final String FORMAT = "assay-model-card/1";

    private static final MathContext DIGITS = new MathContext(6);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new Rounded())
                    .addSerializer(double.class, new Rounded()))
            .build();

    private ModelCardJson() {}

    /**
     * Writes a card.
     *
     * @param card the card
     * @return the JSON, with a line break at its end
     */
    public static String write(ModelCard card) {
        ObjectNode tree = MAPPER.createObjectNode().put("format", FORMAT);
        tree.setAll((ObjectNode) MAPPER.valueToTree(card));
        return MAPPER.writeValueAsString(tree).replace("\r\n", "\n") + "\n";
    }

    private static final class Rounded extends ValueSerializer<Double> {
        @Override
        public void serialize(Double number, JsonGenerator out, SerializationContext context) {
            if (number.isNaN() || number.isInfinite()) {
                out.writeNull();
            } else {
                out.writeNumber(BigDecimal.valueOf(number).round(DIGITS));
            }
        }
    }
}
