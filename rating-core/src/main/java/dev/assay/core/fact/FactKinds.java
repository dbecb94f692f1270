package dev.assay.core.fact;

import static dev.assay.core.fact.FieldType.DAY;
import static dev.assay.core.fact.FieldType.DECIMAL;
import static dev.assay.core.fact.FieldType.FLAG;
import static dev.assay.core.fact.FieldType.ITEMS;
import static dev.assay.core.fact.FieldType.MEASURE;
import static dev.assay.core.fact.FieldType.PERSON_ID;
import static dev.assay.core.fact.FieldType.TEXT;
import static dev.assay.core.fact.FieldType.TEXTS;

import dev.assay.core.text.Bilingual;
import java.util.List;

/** The kinds of fact that are built in. Others are declared in {@code config/kinds}; {@link Vocabulary} holds both. */
public final class FactKinds {

    /** What a business is: name, address, division, standing in a scheme. The newest description as of a day holds. */
    public static final FactKind BUSINESS = new FactKind(
            "business",
            Bilingual.of("主体信息", "Business description"),
            List.of(
                    Field.of("name", TEXT, "名称", "Name"),
                    Field.of("other_name", TEXT, "别名", "Also known as"),
                    Field.of("address", TEXT, "地址", "Address"),
                    Field.of("postcode", TEXT, "邮政编码", "Postcode"),
                    Field.of("division", TEXT, "行政区划代码", "Division code"),
                    Field.of("subject_class", TEXT, "相对人类别", "Class of subject"),
                    Field.of("business_type", TEXT, "业态", "Type of business"),
                    Field.of("scope", TEXT, "经营范围", "Scope of business"),
                    Field.of("registration", TEXT, "登记号", "Registration number"),
                    Field.of("registered_on", DAY, "成立日期", "Registered on"),
                    new Field("capital", DECIMAL, "yuan", Bilingual.of("注册资本", "Registered capital"), List.of()),
                    Field.of("sector", TEXT, "环节", "Sector"),
                    Field.of("rating_scheme", TEXT, "公布评级的制度", "Scheme of the published rating"),
                    Field.of("rating_status", TEXT, "公布评级的状态", "Status of the published rating"),
                    Field.of("published_rating", TEXT, "已公布的评级", "Published rating"),
                    Field.of("risk_class", TEXT, "主管机关的风险类别", "The authority's own risk class"),
                    Field.of("longitude", DECIMAL, "经度", "Longitude"),
                    Field.of("latitude", DECIMAL, "纬度", "Latitude")));

    /** A permit to work in one sector at one premises, as one decision gave or changed it. */
    public static final FactKind LICENCE = new FactKind(
            "licence",
            Bilingual.of("行政许可", "Licence"),
            List.of(
                    Field.of("number", TEXT, "许可编号", "Licence number"),
                    Field.of("sector", TEXT, "环节", "Sector"),
                    Field.of("certificate", TEXT, "许可证书名称", "Certificate"),
                    Field.of("document_no", TEXT, "许可决定文书号", "Decision document number"),
                    Field.of("document_title", TEXT, "许可决定文书名称", "Decision document title"),
                    Field.of("category", TEXT, "许可类别", "Category of licence"),
                    Field.of("content", TEXT, "许可内容", "Content"),
                    Field.of("premises", TEXT, "经营场所", "Premises"),
                    Field.of("holder", TEXT, "持证人编号", "Holder"),
                    Field.of("valid_from", DAY, "有效期自", "Valid from"),
                    Field.of("valid_to", DAY, "有效期至", "Valid to"),
                    Field.of("status", TEXT, "状态", "Status"),
                    Field.of("division", TEXT, "行政区划代码", "Division code"),
                    Field.of("holder_number", PERSON_ID, "相对人证件号码", "Number of the holder's identity document"),
                    Field.of(
                            "representative_number",
                            PERSON_ID,
                            "法定代表人证件号码",
                            "Number of the representative's identity document"),
                    Field.of("authority", TEXT, "许可机关", "Authority"),
                    Field.of("authority_code", TEXT, "许可机关统一社会信用代码", "Authority's code")));

    /** The static risk factors of a licence's premises, as measured on a day. */
    public static final FactKind PROFILE = new FactKind(
            "profile",
            Bilingual.of("静态风险因素", "Static risk factors"),
            List.of(
                    new Field("area", DECIMAL, "m2", Bilingual.of("经营场所面积", "Area of the premises"), List.of()),
                    Field.of("prepacked_ambient", DECIMAL, "预包装常温单品数", "Prepacked items, ambient"),
                    Field.of("prepacked_chilled", DECIMAL, "预包装冷藏单品数", "Prepacked items, chilled"),
                    Field.of("prepacked_frozen", DECIMAL, "预包装冷冻单品数", "Prepacked items, frozen"),
                    Field.of("bulk_ambient", DECIMAL, "散装常温单品数", "Bulk items, ambient"),
                    Field.of("bulk_chilled", DECIMAL, "散装冷藏单品数", "Bulk items, chilled"),
                    Field.of("bulk_frozen", DECIMAL, "散装冷冻单品数", "Bulk items, frozen"),
                    Field.of("suppliers", DECIMAL, "供货者数量", "Number of suppliers"),
                    Field.of("catering_form", TEXT, "餐饮业态", "Form of catering"),
                    Field.of("diners", DECIMAL, "就餐人数", "Number of diners"),
                    Field.of("food_kinds", TEXTS, "食品类别", "Kinds of food"),
                    Field.of("perishable", FLAG, "含易腐原料", "High-risk perishable ingredients"),
                    Field.of("vulnerable_diners", FLAG, "供应病患、老人、学生", "Serves patients, the old or students"),
                    Field.of("special_food", FLAG, "销售特殊食品", "Sells special food"),
                    Field.of("produce", TEXTS, "食用农产品种类", "Kinds of agricultural produce"),
                    Field.of("produce_storage", TEXTS, "食用农产品贮藏方式", "Storage of agricultural produce"),
                    Field.of("prepacked_cold", DECIMAL, "预包装冷藏冷冻单品数合计", "Prepacked items, chilled and frozen together"),
                    Field.of("bulk_cold", DECIMAL, "散装冷藏冷冻单品数合计", "Bulk items, chilled and frozen together"),
                    Field.of("made_on_site", DECIMAL, "现场制售品种数", "Items made on site"),
                    Field.of("decorated_cakes", FLAG, "现场制作裱花蛋糕", "Decorates cakes on site"),
                    Field.of("salt", TEXTS, "食盐来源", "Where its salt comes from"),
                    Field.of("rents_counters", FLAG, "出租柜台", "Rents out counters"),
                    Field.of("trade", TEXTS, "经营方式", "Ways of selling"),
                    Field.of("food_categories", TEXTS, "生产食品类别编号", "Codes of the food categories produced"),
                    Field.of("main_ingredients", DECIMAL, "主要原料种数", "Number of main ingredients"),
                    Field.of("ingredient_classes", TEXTS, "主要原料属性", "Classes of the main ingredients"),
                    Field.of("health_functions", TEXTS, "保健功能", "Health functions"),
                    Field.of("unsuitable_groups", TEXTS, "不适宜人群", "Groups for whom it is unsuitable"),
                    Field.of("storage", TEXTS, "贮藏方法", "Ways of storage")));

    /** An inspection of a premises, with its item findings or its component scores. */
    public static final FactKind INSPECTION = new FactKind(
            "inspection",
            Bilingual.of("监督检查", "Inspection"),
            List.of(
                    Field.of("number", TEXT, "检查编号", "Inspection number"),
                    Field.of("inspection_kind", TEXT, "检查类型", "Kind of inspection"),
                    Field.of("plan", TEXT, "抽查计划编号", "Number of the spot-check plan"),
                    Field.of("findings", TEXTS, "检查结论", "Findings"),
                    Field.of("result", TEXT, "检查结果", "Result"),
                    Field.of("score", DECIMAL, "得分", "Score"),
                    Field.of("grade", TEXT, "检查机关评定的等级", "Grade given by the authority"),
                    new Field(
                            "items",
                            ITEMS,
                            "",
                            Bilingual.of("检查项目", "Items"),
                            List.of(
                                    Field.of("item", TEXT, "检查项目", "Item"),
                                    Field.of("key", FLAG, "重点项", "Key item"),
                                    Field.of("points", DECIMAL, "分值", "Points"),
                                    Field.of("result", TEXT, "检查结果", "Result"))),
                    Field.of("hygiene", DECIMAL, "食品卫生得分", "Score for hygiene"),
                    Field.of("structural", DECIMAL, "场所结构得分", "Score for structure"),
                    Field.of("confidence", DECIMAL, "管理信心得分", "Score for confidence in management"),
                    Field.of("authority", TEXT, "检查机关", "Authority")));

    /** A sample that failed, as the authority published it. */
    public static final FactKind SAMPLING_RESULT = new FactKind(
            "sampling-result",
            Bilingual.of("抽检不合格", "Failed sample"),
            List.of(
                    Field.of("product", TEXT, "食品名称", "Product"),
                    Field.of("specification", TEXT, "规格型号", "Specification"),
                    Field.of("brand", TEXT, "商标", "Brand"),
                    Field.of("batch", TEXT, "生产日期/批号", "Production date or batch"),
                    new Field(
                            "failures",
                            ITEMS,
                            "",
                            Bilingual.of("不合格项目", "Failing items"),
                            List.of(
                                    Field.of("item", TEXT, "项目", "Item"),
                                    Field.of("result", MEASURE, "检验结果", "Result"),
                                    Field.of("standard", MEASURE, "标准值", "Standard"),
                                    Field.of("label_claim", TEXT, "标签标注要求", "What the label claims"))),
                    Field.of("category", TEXT, "分类", "Category"),
                    Field.of("task_source", TEXT, "任务来源", "Source of the task"),
                    Field.of("laboratory", TEXT, "检验机构", "Laboratory"),
                    Field.of("producer", TEXT, "标称生产企业名称", "Producer as labelled"),
                    Field.of("producer_address", TEXT, "标称生产企业地址", "Producer's address"),
                    Field.of("consignor", TEXT, "委托方", "Who had it produced"),
                    Field.of("sample_no", TEXT, "抽样编号", "Sample number"),
                    Field.of("sampled_unit", TEXT, "被抽样单位名称", "Sampled unit"),
                    Field.of("sampled_address", TEXT, "被抽样单位地址", "Sampled unit's address"),
                    Field.of("state", TEXT, "程序状态", "State of the procedure"),
                    Field.of("liable", TEXT, "责任方", "Whose fault it is"),
                    Field.of("liability_rule", TEXT, "责任认定规则", "Rule by which it is"),
                    Field.of("not_liable", FLAG, "不归责于本主体", "Not the fault of the business of this file"),
                    Field.of("counterfeit_claim", FLAG, "声称系假冒，尚未认定", "Claimed to be a counterfeit, not decided"),
                    Field.of("remark", TEXT, "备注", "Remark")));

    /** An administrative penalty. */
    public static final FactKind PENALTY = new FactKind(
            "penalty",
            Bilingual.of("行政处罚", "Penalty"),
            List.of(
                    Field.of("document_no", TEXT, "处罚决定书文号", "Decision number"),
                    Field.of("party", TEXT, "行政相对人名称", "Party as the decision names it"),
                    Field.of("party_number", PERSON_ID, "相对人证件号码", "Number of the party's identity document"),
                    Field.of(
                            "representative_number",
                            PERSON_ID,
                            "法定代表人证件号码",
                            "Number of the representative's identity document"),
                    Field.of("conduct", TEXT, "违法行为类型", "Kind of conduct"),
                    Field.of("facts", TEXT, "违法事实", "Facts found"),
                    Field.of("grounds", TEXT, "处罚依据", "Legal grounds"),
                    Field.of("kinds", TEXTS, "处罚类别", "Kinds of penalty"),
                    Field.of("content", TEXT, "处罚内容", "Content"),
                    new Field("fine", DECIMAL, "yuan", Bilingual.of("罚款金额", "Fine"), List.of()),
                    new Field("confiscated", DECIMAL, "yuan", Bilingual.of("没收金额", "Confiscated"), List.of()),
                    Field.of("status", TEXT, "处罚状态", "Status"),
                    Field.of("licence_taken", TEXT, "暂扣或吊销证照", "Licence suspended or revoked"),
                    Field.of("effective_to", DAY, "处罚有效期", "Penalty in effect until"),
                    Field.of("publish_until", DAY, "公示截止期", "End of publication"),
                    Field.of("authority", TEXT, "处罚机关", "Authority"),
                    Field.of("authority_code", TEXT, "处罚机关统一社会信用代码", "Authority's code"),
                    Field.of("remark", TEXT, "备注", "Remark")),
            FactKind.Bearing.ADVERSE);

    /** A step taken after a failed sample. It belongs to the failure with its sample number, or else with its product and batch. */
    public static final FactKind SAMPLING_STEP = new FactKind(
            "sampling-step",
            Bilingual.of("抽检不合格处置步骤", "Step after a failed sample"),
            List.of(
                    Field.of("sample_no", TEXT, "抽样编号", "Sample number"),
                    Field.of("product", TEXT, "食品名称", "Product"),
                    Field.of("batch", TEXT, "生产日期/批号", "Production date or batch"),
                    Field.of("step", TEXT, "步骤", "Step"),
                    Field.of("reason", TEXT, "事由", "Reason"),
                    Field.of("ground", TEXT, "异议类型", "What an objection is against"),
                    Field.of("document_no", TEXT, "文书号", "Document number"),
                    Field.of("authority", TEXT, "机关", "Authority")));

    /** What became of a penalty after its decision. It belongs to the penalty with its decision number. */
    public static final FactKind PENALTY_STEP = new FactKind(
            "penalty-step",
            Bilingual.of("行政处罚后续情况", "What became of a penalty"),
            List.of(
                    Field.of("penalty_no", TEXT, "处罚决定书文号", "Decision number of the penalty"),
                    Field.of("authority_code", TEXT, "处罚机关统一社会信用代码", "Code of the authority that decided it"),
                    Field.of("step", TEXT, "情况", "What became of it"),
                    Field.of("reason", TEXT, "事由", "Reason"),
                    Field.of("document_no", TEXT, "文书号", "Document number"),
                    Field.of("authority", TEXT, "作出机关", "Authority")));

    /** That the business went on with the premises, or in the place, of another legal person: it stands in the successor's file. */
    public static final FactKind TAKEOVER = new FactKind(
            "takeover",
            Bilingual.of("承继经营", "Takeover"),
            List.of(
                    Field.of("predecessor", TEXT, "原经营主体（代码）", "Predecessor, SCHEME:VALUE"),
                    Field.of("predecessor_name", TEXT, "原经营主体名称", "Predecessor's name"),
                    Field.of("predecessor_licence", TEXT, "原许可证编号", "Predecessor's licence"),
                    Field.of("premises", TEXT, "经营场所", "Premises"),
                    Field.of("ground", TEXT, "承继事由", "Ground"),
                    Field.of("document_no", TEXT, "文书号", "Document number"),
                    Field.of("authority", TEXT, "机关", "Authority")));

    /**
     * That an authorised person set the grade of a subject for a time, whatever the model says. It is entered by hand alone, counts from the day on
     * which it happened to {@code until}, and of several the newest decides.
     */
    public static final FactKind GRADE_OVERRIDE = new FactKind(
            "grade-override",
            Bilingual.of("人工确定等级", "Grade set by a person"),
            List.of(
                    Field.of("model", TEXT, "模型", "Model"),
                    Field.of("grade", TEXT, "等级", "Grade"),
                    Field.of("until", DAY, "有效期至", "Until"),
                    Field.of("reason", TEXT, "理由", "Reason"),
                    Field.of("ground", TEXT, "依据", "Legal ground")));

    /** All of them, in the order in which people read a file. */
    public static final List<FactKind> ALL = List.of(
            BUSINESS,
            LICENCE,
            PROFILE,
            INSPECTION,
            SAMPLING_RESULT,
            SAMPLING_STEP,
            PENALTY,
            PENALTY_STEP,
            TAKEOVER,
            GRADE_OVERRIDE);

    private FactKinds() {}
}
