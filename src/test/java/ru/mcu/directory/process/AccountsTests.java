package ru.mcu.directory.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import ru.mcu.directory.internal.Profiles;

@DisplayName("Учётные записи, которые создаются сами")
class AccountsTests {

    @Test
    @DisplayName("без профиля demo не создаётся никто")
    void withoutTheDemoProfileNobodyIsCreated() {
        assertThat(wanted(new MockEnvironment(), null)).isEmpty();
    }

    @Test
    @DisplayName("служебная запись создаётся и без demo, если задан её пароль")
    void theServiceAccountIsCreatedWhenItsPasswordIsGiven() {
        assertThat(wanted(new MockEnvironment(), "own")).singleElement().satisfies(account -> {
            assertThat(account.id()).isEqualTo("integration");
            assertThat(account.password()).isEqualTo("own");
            assertThat(account.groups()).containsExactly("integration");
        });
    }

    @Test
    @DisplayName(
            "в профиле demo есть все сотрудники, исполнитель состоит в группе своего органа, админ – администратор процессов")
    void theDemoProfileHasEverybody() {
        MockEnvironment demo = new MockEnvironment();
        demo.setActiveProfiles("demo");
        List<Account> wanted = wanted(demo, null);

        assertThat(groupsOf(wanted, "ispolnitel-education")).containsExactlyInAnyOrder("executor", "body-education");
        assertThat(groupsOf(wanted, "admin")).containsExactlyInAnyOrder("admin", "camunda-admin");
        assertThat(groupsOf(wanted, "kurator")).containsExactlyInAnyOrder("curator", "blockLead", "block-apparatus");
        assertThat(wanted).extracting(Account::id).contains("integration");
    }

    @Test
    @DisplayName("пароль не попадает в журнал")
    void thePasswordIsNotPrinted() {
        assertThat(Account.integration("secret").toString()).doesNotContain("secret");
    }

    private static Iterable<String> groupsOf(List<Account> accounts, String id) {
        return accounts.stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow()
                .groups();
    }

    private static List<Account> wanted(MockEnvironment environment, @Nullable String integration) {
        return new Accounts(
                        Profiles.rubtsovsk(),
                        new DemoProperties("mcu-demo"),
                        new IntegrationProperties(integration),
                        environment)
                .wanted();
    }
}
