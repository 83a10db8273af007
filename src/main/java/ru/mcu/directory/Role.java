package ru.mcu.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/** The responsible persons of the two acts (Stavropol III.4, Rubtsovsk 3); the code is also the id of the role's group. */
public enum Role {
    CURATOR("curator"),
    HEAD("head"),
    ANALYST("analyst"),
    RISK_COORDINATOR("riskCoordinator"),
    IM_OPERATOR("imOperator"),
    POS_OPERATOR("posOperator"),
    BLOCK_LEAD("blockLead"),
    EXECUTOR("executor"),
    CUR("cur"),
    ADMIN("admin"),
    INTEGRATION("integration");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** The id of the group whose members hold the role. */
    @JsonValue
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when no role has the code */
    @JsonCreator
    public static Role of(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Нет роли «" + code + "»"));
    }

    /** Roles held by people who log in; {@link #INTEGRATION} is for service accounts. */
    public static List<Role> ofPeople() {
        return Arrays.stream(values()).filter(role -> role != INTEGRATION).toList();
    }
}
