#pragma once

#include "sql/session.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QtConcurrent>
#include <mutex>

/// The open company on the desk. Short commands run on the window's own session; everything that may take longer runs in the pool with a session
/// of its own and comes back to the window.
class Desk : public QObject {
    Q_OBJECT

public:
    explicit Desk(Session session, QObject *parent = nullptr);
    ~Desk() override;

    Session &session() { return m_session; }
    Currency currency() const { return m_session.currency(); }

    /// A short command. Whatever it changed, changed() tells the lists.
    template <class Command, class... Args> auto perform(Command command, const Args &...args)
    {
        auto result = m_session.perform(command, args...);
        if (result)
            emit changed();
        return result;
    }
    /// A short question.
    template <class Question, class... Args> auto ask(Question question, const Args &...args) { return m_session.ask(question, args...); }

    /// A question in the background; `then` gets the Result on the window's thread, unless `context` is gone by then.
    template <class Question, class Then> void askLater(QObject *context, Question question, Then then)
    {
        runLater(
            context, [question](Session &session) { return session.ask(question); }, std::move(then));
    }
    /// Any work in the background with a session of its own.
    template <class Work, class Then> void runLater(QObject *context, Work work, Then then)
    {
        using Answer = decltype(work(std::declval<Session &>()));
        auto answer = std::make_shared<std::optional<Answer>>();
        QtConcurrent::run(&m_pool, [this, work, answer] {
            auto session = take();
            if (session) {
                answer->emplace(work(**session));
                give(*std::move(session));
            } else {
                answer->emplace(session.error());
            }
        }).then(context, [answer, then] { then(**answer); });
    }

signals:
    void changed();

private:
    Result<std::unique_ptr<Session>> take();
    void give(std::unique_ptr<Session> session);

    Session m_session;
    QThreadPool m_pool;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Session>> m_idle;
};
