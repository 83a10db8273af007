package ru.mcu.answer.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The code behind each rule id of the file. */
final class RuleCatalogue {

    static final String PERSONAL_DATA = "personal-data";

    private static final Map<String, Function<RuleParameters, Rule>> RULES = new LinkedHashMap<>();

    static {
        RULES.put(PERSONAL_DATA, unused -> PersonalDataRules::personal);
        RULES.put("service-phone", unused -> PersonalDataRules::servicePhone);
        RULES.put("hard-length", unused -> LengthRules::hard);
        RULES.put("recommended-length", unused -> LengthRules::recommended);
        RULES.put("not-our-competence", NotOurCompetenceRule::new);
        RULES.put("interim-date", InterimDateRule::new);
        RULES.put("foreign-links", ForeignLinksRule::new);
        RULES.put("greeting-by-name", GreetingRule::new);
        RULES.put("officialese", OfficialeseRule::new);
        RULES.put("abbreviations", AbbreviationsRule::new);
        RULES.put("full-titles", FullTitlesRule::new);
        RULES.put("passive-voice", PassiveVoiceRule::new);
        RULES.put("history-first", HistoryFirstRule::new);
        RULES.put("ellipsis", unused -> MarksRules::ellipsis);
        RULES.put("exclamations", MarksRules::exclamations);
        RULES.put("caps", CapsRule::new);
        RULES.put("ironic-quotes", IronicQuotesRule::new);
        RULES.put("concrete", ConcreteRule::new);
        RULES.put("numbered-questions", NumberedQuestionsRule::new);
    }

    private RuleCatalogue() {}

    static List<String> ids() {
        return List.copyOf(RULES.keySet());
    }

    /** @throws IllegalArgumentException in Russian when there is no such rule or a parameter is wrong */
    static Rule rule(RuleParameters parameters) {
        var code = RULES.get(parameters.ruleId());
        if (code == null) {
            throw new IllegalArgumentException(
                    "правила " + parameters.ruleId() + " нет; есть " + String.join(", ", RULES.keySet()));
        }
        return code.apply(parameters);
    }
}
