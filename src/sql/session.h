#pragma once

#include "base/result.h"
#include "sql/tx.h"

#include <functional>

/// One person's or service's work on one open company. A session belongs to one thread; background work opens its own with again().
class Session {
public:
    /// Opens an existing company that is of this program's version. Refuses, in words: no company, a newer one, an older one.
    static Result<Session> open(const sql::Locator &where);
    /// The same company for another thread.
    Result<Session> again() const { return open(m_connection.locator()); }

    Session(sql::Connection connection, Scene scene) : m_connection(std::move(connection)), m_scene(std::move(scene)) {}

    /// Runs a command as one unit of work. A returned value commits; a returned error, or any throw, leaves nothing behind.
    /// What failed only because others were at work, or the server went away before COMMIT, is tried again as a whole.
    template <class Command, class... Args> auto perform(Command command, const Args &...args) -> decltype(command(std::declval<Tx &>(), args...))
    {
        return attempt(true, [&](Tx &tx) { return command(tx, args...); });
    }
    /// Runs a question against one consistent state of the company. Returns what it returns, wrapped in a Result.
    template <class Question, class... Args> auto ask(Question question, const Args &...args)
    {
        using Answer = decltype(question(std::declval<Tx &>(), args...));
        if constexpr (requires(Answer a) { a.error(); })
            return attempt(false, [&](Tx &tx) { return question(tx, args...); });
        else
            return attempt(false, [&](Tx &tx) -> Result<Answer> { return question(tx, args...); });
    }

    sql::Connection &connection() { return m_connection; }
    const sql::Locator &locator() const { return m_connection.locator(); }
    Scene &scene() { return m_scene; }
    const Scene &scene() const { return m_scene; }
    Currency currency() const { return m_scene.currency; }

    std::function<Instant()> clock = [] { return Instant::of(QDateTime::currentDateTimeUtc()); };

private:
    template <class Work> auto attempt(bool writing, Work work) -> decltype(work(std::declval<Tx &>()))
    {
        for (int round = 1;; ++round) {
            try {
                if (!m_connection.isOpen())
                    m_connection.reopen();
                return once(writing, work);
            } catch (const sql::Busy &e) {
                if (!waitAfter(round))
                    return unavailable(e);
            } catch (const sql::Lost &e) {
                if (!waitAfter(round))
                    return unavailable(e);
            } catch (const Overflow &) {
                return refuse(QStringLiteral("overflow"), Tx::overflowText());
            } catch (const sql::NotFound &e) {
                return notFound(e);
            } catch (const sql::Conflict &) {
                return conflict();
            } catch (const sql::Fault &e) {
                return fault(e);
            }
        }
    }
    template <class Work> auto once(bool writing, Work &work) -> decltype(work(std::declval<Tx &>()))
    {
        Tx tx(m_connection, m_scene, clock());
        m_connection.begin(writing);
        try {
            auto result = work(tx);
            if (result || !writing)
                m_connection.commit();
            else
                m_connection.rollback();
            return result;
        } catch (...) {
            m_connection.rollback();
            throw;
        }
    }
    static bool waitAfter(int round); ///< false when it has been tried often enough
    static Error unavailable(const sql::Fault &);
    static Error notFound(const sql::Fault &);
    static Error conflict();
    static Error fault(const sql::Fault &);

    sql::Connection m_connection;
    Scene m_scene;
};
