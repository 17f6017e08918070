// The bare side of the comparison: runs recorded statements again with nothing but SQLite, prepared once and kept, under the same
// settings and in the same transactions.
//
//   bench-bare play FILE RECORDING ORDERS [writes]   "writes" leaves out everything that only reads
//   bench-bare ask FILE RECORDING TIMES              asks again and again, prints the median in microseconds

#include "figures.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sqlite3.h>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {

[[noreturn]] void stop(const std::string &why)
{
    std::fprintf(stderr, "bench-bare: %s\n", why.c_str());
    std::exit(1);
}

sqlite3 *open(const char *file)
{
    sqlite3 *db = nullptr;
    if (sqlite3_open_v2(file, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK)
        stop(std::string("cannot open ") + file);
    // As src/sql/sqlite.cpp sets them.
    const char *settings = "PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA trusted_schema=OFF; PRAGMA journal_mode=WAL;"
                           "PRAGMA synchronous=FULL; PRAGMA cache_size=-131072; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=16000;"
                           "PRAGMA journal_size_limit=67108864";
    if (sqlite3_exec(db, settings, nullptr, nullptr, nullptr) != SQLITE_OK)
        stop(sqlite3_errmsg(db));
    return db;
}

sqlite3_stmt *prepare(sqlite3 *db, const char *text, int length)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(db, text, length, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        stop(sqlite3_errmsg(db));
    return statement;
}

class Recording {
public:
    explicit Recording(const char *name)
    {
        const int file = ::open(name, O_RDONLY);
        struct stat info {};
        if (file < 0 || fstat(file, &info) != 0)
            stop(std::string("cannot read ") + name);
        m_at = m_start = static_cast<const char *>(mmap(nullptr, size_t(info.st_size), PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0));
        m_end = m_at + info.st_size;
        close(file);
        if (info.st_size < 8 || std::memcmp(bytes(8), "PURSREC1", 8) != 0)
            stop(std::string(name) + " is no recording");
    }
    void rewind() { m_at = m_start + 8; }
    bool atEnd() const { return m_at == m_end; }
    char mark() { return *m_at++; }
    const char *bytes(size_t count) { return std::exchange(m_at, m_at + count); }
    template <class T> T number()
    {
        T value;
        std::memcpy(&value, bytes(sizeof value), sizeof value);
        return value;
    }

private:
    const char *m_start;
    const char *m_at;
    const char *m_end;
};

class Player {
public:
    Player(sqlite3 *db, bool writesOnly) : m_db(db), m_writesOnly(writesOnly) {}
    ~Player()
    {
        for (const Kept &kept : m_statements)
            sqlite3_finalize(kept.statement);
    }

    int64_t play(Recording &recording)
    {
        int64_t count = 0;
        while (!recording.atEnd()) {
            const char mark = recording.mark();
            const auto number = recording.number<uint32_t>();
            if (mark == 'S')
                meet(recording, number);
            else
                count += run(recording, m_statements[number]);
        }
        return count;
    }

private:
    struct Kept {
        sqlite3_stmt *statement = nullptr;
        bool skipped = false;
    };

    void meet(Recording &recording, uint32_t number)
    {
        const auto length = recording.number<uint32_t>();
        if (number < m_statements.size()) { // asked again
            recording.bytes(length);
            return;
        }
        std::string text(recording.bytes(length), length);
        if (text == "BEGIN")
            text = "BEGIN IMMEDIATE";
        else if (text == "BEGIN READ")
            text = "BEGIN";
        Kept &kept = m_statements.emplace_back();
        kept.statement = prepare(m_db, text.data(), int(text.size()));
        const bool controls = text.rfind("BEGIN", 0) == 0 || text == "COMMIT";
        kept.skipped = m_writesOnly && !controls && sqlite3_stmt_readonly(kept.statement) != 0;
    }
    int run(Recording &recording, const Kept &kept)
    {
        const auto count = recording.number<uint32_t>();
        for (int index = 1; index <= int(count); ++index)
            bind(recording, kept.statement, index);
        if (kept.skipped)
            return 0;
        int code = sqlite3_step(kept.statement);
        for (; code == SQLITE_ROW; code = sqlite3_step(kept.statement))
            for (int column = 0; column < sqlite3_column_count(kept.statement); ++column)
                sqlite3_column_bytes(kept.statement, column); // an answer is there to be read
        if (code != SQLITE_DONE)
            stop(std::string(sqlite3_errmsg(m_db)) + " in: " + sqlite3_sql(kept.statement));
        sqlite3_reset(kept.statement);
        return 1;
    }
    void bind(Recording &recording, sqlite3_stmt *statement, int index)
    {
        const char mark = recording.mark();
        if (mark == 'N') {
            sqlite3_bind_null(statement, index);
        } else if (mark == 'I') {
            sqlite3_bind_int64(statement, index, recording.number<int64_t>());
        } else {
            const auto length = recording.number<uint32_t>();
            const char *bytes = recording.bytes(length);
            if (mark == 'T')
                sqlite3_bind_text(statement, index, bytes, int(length), SQLITE_STATIC);
            else
                sqlite3_bind_blob(statement, index, bytes, int(length), SQLITE_STATIC);
        }
    }

    sqlite3 *m_db;
    bool m_writesOnly;
    std::vector<Kept> m_statements;
};

int play(const char *file, const char *recordingFile, int64_t orders, bool writesOnly)
{
    Recording recording(recordingFile);
    const bench::Meter meter;
    sqlite3 *db = open(file);
    int64_t statements = 0;
    {
        Player player(db, writesOnly);
        statements = player.play(recording);
    }
    sqlite3_close_v2(db);
    meter.print(orders, statements);
    return 0;
}

int ask(const char *file, const char *recordingFile, int times)
{
    Recording recording(recordingFile);
    sqlite3 *db = open(file);
    std::vector<double> took;
    {
        Player player(db, false);
        for (int i = 0; i < times; ++i) {
            const double start = bench::wallSeconds();
            recording.rewind();
            player.play(recording);
            took.push_back((bench::wallSeconds() - start) * 1e6);
        }
    }
    sqlite3_close_v2(db);
    std::sort(took.begin(), took.end());
    std::printf("%.1f\n", took[took.size() / 2]);
    return 0;
}

} // namespace

int main(int count, char **words)
{
    const std::string verb = count > 1 ? words[1] : "";
    if (verb == "play" && (count == 5 || count == 6))
        return play(words[2], words[3], std::atoll(words[4]), count == 6);
    if (verb == "ask" && count == 5)
        return ask(words[2], words[3], std::atoi(words[4]));
    stop("use: play FILE RECORDING ORDERS [writes] | ask FILE RECORDING TIMES");
}
