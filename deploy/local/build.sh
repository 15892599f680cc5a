# What the scripts in deploy/ have in common: a JDK that is new enough, and a build of what is missing or out of date. They say
# first where the project is (root); java and launcher are for them.

launcher="$root/deploy/local/target"
stamp="$launcher/built-by-run"

refuse() {
    echo "$1" >&2
    exit 1
}

java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
command -v "$java" >/dev/null ||
    refuse "Counterclaim needs a JDK from 17 on, and there is no java in ${JAVA_HOME:-the PATH}."
version="$("$java" -version 2>&1 | sed -nE 's/.* version "(1\.)?([0-9]+).*/\2/p' | head -n 1)"
[ "${version:-0}" -ge 17 ] ||
    refuse "Counterclaim needs a JDK from 17 on, and $(command -v "$java") is of version ${version:-unknown}."

# Whether what a build made is missing, or older than something in these modules. The last build by this script counts
# too, because Maven does not touch what comes out the same.
outdated() {
    local made="$1" module
    shift
    [ -e "$made" ] || return 0
    if [ "$stamp" -nt "$made" ]; then made="$stamp"; fi
    for module in "$@"; do
        [ -z "$(find "$root/$module/pom.xml" "$root/$module/src/main" -newer "$made" -print -quit)" ] || return 0
    done
    [ "$root/pom.xml" -nt "$made" ]
}

build() {
    local log="$launcher/build.log" modules
    command -v mvn >/dev/null ||
        refuse "Counterclaim has to be built first, and there is no mvn in the PATH: it needs Maven from 3.8 on."
    [ -x "$(dirname "$(readlink -f "$(command -v "$java")")")/javac" ] ||
        refuse "Counterclaim has to be built first, and $(command -v "$java") belongs to no JDK: there is no javac beside it."
    mkdir -p "$launcher"
    modules="$(IFS=, && echo "$*")"
    echo "Building $modules (the first time takes some minutes, because Maven fetches some 450 MB)"
    # Tests and checks are left to mvn verify.
    if ! (cd "$root" && mvn -B -ntp package -pl "$modules" -am -DskipTests \
        -Dspotless.check.skip -Dcheckstyle.skip -Denforcer.skip 2>&1) | tee "$log" | progress; then
        grep -m 10 '^\[ERROR\]' "$log" >&2 || tail -n 10 "$log" >&2
        refuse "The build has failed; all that it said is in $log"
    fi
    touch "$stamp"
}

progress() {
    local line
    while IFS= read -r line; do
        case "$line" in
            "[INFO] Building Counterclaim ::"*) echo "  ${line#\[INFO\] Building Counterclaim :: }" ;;
        esac
    done
}

# Builds the launcher, which the other scripts' commands are part of, and these services, as far as that is needed.
build_missing() {
    local missing=() service
    if outdated "$launcher/classes/org/counterclaim/local/Launcher.class" deploy/local || [ ! -d "$launcher/lib" ]; then
        missing+=(deploy/local)
    fi
    for service in "$@"; do
        if outdated "$root/$service/target/quarkus-app/quarkus-run.jar" "$service" service-kit; then
            missing+=("$service")
        fi
    done
    [ ${#missing[@]} -eq 0 ] || build "${missing[@]}"
}
