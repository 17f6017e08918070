#pragma once

#include "web/head.h"
#include "web/hub.h"

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <optional>
#include <variant>

namespace web {

/// One client's connection: reads a request, has it answered, writes the answer, again and again. Everything happens in the network's thread, and
/// each step has a time by which it must be over: a client that is slower is cut off.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    using Socket = boost::asio::ip::tcp::socket;
    Connection(Hub &hub, Socket socket, boost::asio::ssl::context *tls, QString peer, QByteArray origin);

    void start();
    void wind();                                          ///< no further request; at once, unless one is being answered
    void end();                                           ///< now
    const QByteArray &origin() const { return m_origin; } ///< empty: not counted

private:
    using Plain = boost::beast::tcp_stream;
    using Tls = boost::beast::ssl_stream<Plain>;
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    using Error = boost::system::error_code;
    enum class Stage { Reading, Answering, Leaving, Over };

    void awaitRequest();
    void scanHead();
    void takeHead();
    std::optional<Refused> parseHead(QByteArrayView text);
    void inviteBody();
    void readBody();
    void tookBody(Error error);
    void handle();
    void answer(Response response);
    void refuse(Refused refused);
    void deliver();
    void drip();
    void pad();
    void answered();
    void leave();
    void discard();
    void forgetBody();

    bool isTls() const { return m_stream.index() == 1; }
    Plain &lowest();
    void allow(std::chrono::milliseconds time) { lowest().expires_after(time); }
    template <class Buffers, class Then> void write(const Buffers &buffers, Then then);
    template <class Then> void read(Then then);

    Hub &m_hub;
    std::variant<Plain, Tls> m_stream;
    boost::asio::steady_timer m_pause;
    QString m_peer;
    QByteArray m_origin;
    Stage m_stage = Stage::Reading;
    int m_requests = 0;

    boost::beast::flat_buffer m_in;
    std::size_t m_scanned = 0;
    HeadScanner m_scanner;
    std::chrono::steady_clock::time_point m_requestEnd; ///< by when the request must be there
    std::optional<Parser> m_parser;
    Head m_head;
    qint64 m_bodyBytes = 0; ///< counted in the hub

    Response m_response;
    QByteArray m_out; ///< head and body of the answer
    qsizetype m_outAt = 0;
    qint64 m_padding = 0;
    bool m_keepAlive = false;
    bool m_refused = false; ///< there may be more of the request
};

} // namespace web
