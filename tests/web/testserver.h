#pragma once

#include "support/wire.h"
#include "web/server.h"

#include <QThread>
#include <atomic>
#include <gtest/gtest.h>

inline QByteArray operator""_b(const char *text, size_t size) { return {text, qsizetype(size)}; }

/// A server on loopback whose one page says what it was asked; or that answers what a test wants.
struct TestServer {
    explicit TestServer(web::Options options = {}, web::Handler handler = said)
        : server(std::move(options), [this, handler = std::move(handler)]() -> Result<web::Handler> { return counted(handler); })
    {
        if (const auto started = server.start(); !started)
            ADD_FAILURE() << qPrintable(started.error().text);
    }

    /// "GET /a?b=1 from 127.0.0.1, 3 bytes"
    static web::Response said(const web::Request &request)
    {
        return web::Response::plain(QString::fromUtf8(request.method + ' ' + request.target) + QStringLiteral(" from ") + request.peer
                                    + QStringLiteral(", %1 bytes").arg(request.body.size()));
    }
    QByteArray ask(const QByteArray &text, const char *from = "127.0.0.1")
    {
        Wire wire(server.port(), from);
        wire.say(text);
        const QByteArray heard = wire.hear();
        EXPECT_TRUE(wire.hasHungUp()) << "still open after " << text.left(200).constData();
        return heard;
    }
    QByteArray get(const QByteArray &path, const QByteArray &headers = {}, const char *from = "127.0.0.1")
    {
        return ask("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n", from);
    }
    QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {})
    {
        return ask("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
                   + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    bool isAlive() { return get("/alive", {}, "127.0.0.99").startsWith("HTTP/1.1 200"); }
    /// Waits for it; the test's end if it never comes.
    bool hasConnections(int count)
    {
        for (int i = 0; i < 20'000 && server.connections() != count; ++i)
            QThread::msleep(1);
        return server.connections() == count;
    }

    std::atomic_int handled = 0;
    web::Server server; ///< its threads end before the rest

private:
    web::Handler counted(const web::Handler &handler)
    {
        return [this, handler](const web::Request &request) {
            ++handled;
            return handler(request);
        };
    }
};

inline QByteArray statusOf(const QByteArray &answer) { return answer.mid(9, 3); }
inline QByteArray bodyOf(const QByteArray &answer) { return answer.mid(answer.indexOf("\r\n\r\n") + 4); }
