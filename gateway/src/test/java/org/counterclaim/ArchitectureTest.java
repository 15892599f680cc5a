package org.counterclaim;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.counterclaim.kit.fixture.ArchitectureRules;

@AnalyzeClasses(
        packages = "org.counterclaim",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.OfThisModule.class})
class ArchitectureTest {

    @ArchTest
    static final ArchTests rules = ArchTests.in(ArchitectureRules.class);

    /** What it needs of the other modules is in jars, or in folders of theirs with {@code mvn test}. */
    static final class OfThisModule implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return location.contains("/gateway/target/classes/");
        }
    }
}
