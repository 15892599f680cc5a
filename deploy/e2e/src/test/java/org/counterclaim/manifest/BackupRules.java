package org.counterclaim.manifest;

import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What is kept elsewhere, and how it gets there. Each rule gives what breaks it. */
final class BackupRules {

    private static final Path CLASSES = Path.of(System.getProperty("root.dir"), "deploy/local/src/main/java");

    private BackupRules() {}

    static Stream<?> bothKindsOfStoreAreBackedUp(Manifests all) {
        return Stream.of("MONGODB_URI", "DATABASE_URL")
                .filter(variable -> all.workloads().stream()
                        .filter(each -> each.kind().equals("CronJob"))
                        .noneMatch(each -> each.secrets().contains("backup/" + variable)));
    }

    static Stream<?> noBackupMeetsTheOneBefore(Manifests all) {
        return all.all(CronJob.class)
                .filter(each -> !"Forbid".equals(each.getSpec().getConcurrencyPolicy()))
                .map(Manifests::label);
    }

    static Stream<?> backupsEnd(Manifests all) {
        return all.all(CronJob.class)
                .filter(each -> each.getSpec().getJobTemplate().getSpec().getActiveDeadlineSeconds() == null
                        || each.getSpec().getJobTemplate().getSpec().getBackoffLimit() == null)
                .map(Manifests::label);
    }

    static Stream<?> oneThatWasMissedIsMadeUpFor(Manifests all) {
        return all.all(CronJob.class)
                .filter(each -> each.getSpec().getStartingDeadlineSeconds() == null
                        || each.getSpec().getTimeZone() == null)
                .map(Manifests::label);
    }

    static Stream<?> failuresStayToBeReadAWhile(Manifests all) {
        return all.all(CronJob.class)
                .filter(each -> each.getSpec().getFailedJobsHistoryLimit() == null
                        || each.getSpec().getFailedJobsHistoryLimit() < 1)
                .map(Manifests::label);
    }

    /** The volume is one node's at a time. */
    static Stream<?> backupsAreMadeOneAfterTheOther(Manifests all) {
        return all.all(CronJob.class).count()
                        == all.all(CronJob.class)
                                .map(each -> each.getSpec().getSchedule())
                                .distinct()
                                .count()
                ? Stream.of()
                : Stream.of("two at one time");
    }

    static Stream<?> backupsOutliveTheirPods(Manifests all) {
        return all.workloads().stream()
                .filter(each -> each.kind().equals("CronJob"))
                .filter(each -> each.pod().getVolumes().stream()
                        .noneMatch(volume -> volume.getPersistentVolumeClaim() != null
                                && all.has(
                                        "PersistentVolumeClaim",
                                        volume.getPersistentVolumeClaim().getClaimName())));
    }

    /** What a container of the tools is started with is one of its classes. */
    static Stream<?> whatIsStartedIsInTheImage(Manifests all) {
        return all.containers().stream()
                .flatMap(each -> each.container().getArgs().stream())
                .filter(each -> each.startsWith("org.counterclaim."))
                .filter(each -> Files.notExists(CLASSES.resolve(each.replace('.', '/') + ".java")));
    }

    /** An older one refuses to read what a newer server has. */
    static Stream<?> whatReadsTheDatabaseIsAsNew(Manifests all) {
        String dump = all.workloads().stream()
                .filter(each -> each.name().equals("backup-partners"))
                .map(each -> each.main().getImage())
                .findFirst()
                .orElse("none");
        return all.all(StatefulSet.class)
                .filter(Manifests.named("postgres"))
                .map(each -> each.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getImage())
                .filter(each -> !each.equals(dump));
    }

    static Stream<?> whatTriesAgainStopsAtSomeTime(Manifests all) {
        return all.ofKind("Job")
                .map(io.fabric8.kubernetes.api.model.batch.v1.Job.class::cast)
                .filter(each -> each.getSpec().getBackoffLimit() == null
                        || each.getSpec().getTtlSecondsAfterFinished() == null)
                .map(Manifests::label);
    }
}
