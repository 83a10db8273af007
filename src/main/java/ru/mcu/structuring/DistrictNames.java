package ru.mcu.structuring;

import java.util.Map;

/**
 * The districts of the city profile by every name citizens use for them.
 *
 * @param codesByName «Южный», «посёлок Южный», «центр города» to the code
 */
public record DistrictNames(Map<String, String> codesByName) {

    public DistrictNames {
        codesByName = Map.copyOf(codesByName);
    }
}
