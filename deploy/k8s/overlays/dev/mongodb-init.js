// Run by the job mongodb-init as the root user of the first member: makes the replica set and the services' users, or what is
// missing of them.
const members = [0, 1, 2].map((i) => ({ _id: i, host: `mongodb-${i}.mongodb:27017` }));

function initiated() {
    try {
        return db.adminCommand({ replSetGetStatus: 1 }).ok === 1;
    } catch (e) {
        if (e.codeName === "NotYetInitialized") {
            return false;
        }
        throw e;
    }
}

if (!initiated()) {
    rs.initiate({ _id: "rs0", members });
}
while (!db.hello().isWritablePrimary) {
    // Only the first member has data when it begins, so it becomes primary; later this job finds the users made already.
    if (db.hello().primary) {
        print(`The primary is ${db.hello().primary}: everything was made before`);
        quit(0);
    }
    sleep(1000);
}

function user(name, password, roles) {
    if (db.getSiblingDB("admin").getUser(name)) {
        db.getSiblingDB("admin").updateUser(name, { pwd: password, roles });
    } else {
        db.getSiblingDB("admin").createUser({ user: name, pwd: password, roles });
    }
}

user("article-service", process.env.ARTICLES_PASSWORD, [{ role: "readWrite", db: "articles" }]);
user("claim-service", process.env.CLAIMS_PASSWORD, [{ role: "readWrite", db: "claims" }]);
user("backup", process.env.BACKUP_PASSWORD, [
    { role: "read", db: "articles" },
    { role: "read", db: "claims" },
]);
print("The replica set and its users are there");
