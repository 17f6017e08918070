#include "channels/web/webserver.h"

#include <QCoreApplication>
#include <atomic>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <list>
#include <mutex>
#include <poll.h>
#include <sstream>
#include <thread>

namespace channels {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using tcp = asio::ip::tcp;
using Clock = std::chrono::steady_clock;

constexpr int mostConnections = 64;
constexpr std::uint32_t largestHead = 16 * 1024;
constexpr int mostRequests = 1000;                  ///< over one connection
constexpr auto patience = std::chrono::seconds(20); ///< for one exchange, waiting included
constexpr auto dripPause = std::chrono::milliseconds(60);
constexpr int drops = 60; ///< so many single bytes, then the rest
constexpr int beat = 50;  ///< milliseconds

QString tr(const char *text) { return QCoreApplication::translate("WebServer", text); }

using Wire = http::request<http::string_body>;

QByteArray bytes(boost::beast::string_view text) { return QByteArray(text.data(), qsizetype(text.size())); }

WebRequest fromWire(const Wire &wire, bool encrypted)
{
    WebRequest request;
    const QByteArray target = bytes(wire.target());
    const auto mark = target.indexOf('?');
    request.method = bytes(wire.method_string());
    request.path = mark < 0 ? target : target.left(mark);
    request.query = Query::parse(mark < 0 ? QByteArray() : target.mid(mark + 1));
    for (const auto &field : wire)
        request.headers.emplace_back(bytes(field.name_string()).toLower(), bytes(field.value()));
    request.body = QByteArray(wire.body().data(), qsizetype(wire.body().size()));
    request.encrypted = encrypted;
    return request;
}

WebAnswer plain(int status, const char *text)
{
    WebAnswer answer;
    answer.status = status;
    answer.contentType = "text/plain; charset=UTF-8";
    answer.body = text;
    return answer;
}

/// This machine's names, with our port or without one.
bool isOurs(const Wire &wire, int port)
{
    const QByteArray host = bytes(wire[http::field::host]);
    const QByteArray suffix = ':' + QByteArray::number(port);
    return host == "127.0.0.1" + suffix || host == "localhost" + suffix || host == "127.0.0.1" || host == "localhost";
}

QByteArray toWire(const WebAnswer &answer, bool keepAlive, bool headOnly)
{
    http::response<http::string_body> wire;
    wire.version(11);
    wire.result(unsigned(answer.status));
    wire.set(http::field::content_type, answer.contentType.toStdString());
    for (const auto &[name, value] : answer.headers)
        wire.insert(name.toStdString(), value.toStdString());
    wire.set(http::field::content_length, std::to_string(answer.body.size() + answer.padding));
    wire.keep_alive(keepAlive);
    std::ostringstream text;
    text << wire.base();
    return QByteArray::fromStdString(text.str()) + (headOnly ? QByteArray() : answer.body);
}

template <class Stream> bool send(Stream &stream, const QByteArray &text)
{
    error_code error;
    asio::write(stream, asio::buffer(text.constData(), size_t(text.size())), error);
    return !error;
}

/// Gives back whether the connection may go on.
template <class Stream> bool deliver(Stream &stream, const WebAnswer &answer, bool keepAlive, bool headOnly)
{
    if (answer.delivery == WebAnswer::Delivery::Lost)
        return false;
    QByteArray text = toWire(answer, keepAlive, headOnly);
    if (answer.delivery == WebAnswer::Delivery::Truncated) {
        text.chop(std::max<qsizetype>(1, answer.body.size() / 2));
        send(stream, text);
        return false;
    }
    if (answer.delivery == WebAnswer::Delivery::Drip)
        for (int i = 0; i < drops && text.size() > 1; ++i) {
            if (!send(stream, text.left(1)))
                return false;
            text.remove(0, 1);
            std::this_thread::sleep_for(dripPause);
        }
    bool going = send(stream, text);
    const QByteArray blanks(64 * 1024, ' ');
    for (qint64 left = headOnly ? 0 : answer.padding; going && left > 0; left -= blanks.size())
        going = send(stream, blanks.left(qsizetype(std::min<qint64>(left, blanks.size()))));
    return going && keepAlive;
}

} // namespace

struct WebServer::State {
    struct Connection {
        std::mutex mutex;
        int socket = -1; ///< -1 once it is closed
        std::atomic<Clock::rep> deadline;
        std::atomic_bool done = false;
        std::thread thread;

        void end()
        {
            const std::lock_guard lock(mutex);
            if (socket >= 0)
                ::shutdown(socket, SHUT_RDWR);
        }
        void waitFrom(Clock::time_point now) { deadline = (now + patience).time_since_epoch().count(); }
    };

    Options options;
    std::function<WebAnswer(const WebRequest &)> handle;
    asio::io_context context;
    tcp::acceptor acceptor{context};
    std::optional<asio::ssl::context> tls;
    std::atomic_bool stopping = false;
    std::list<Connection> connections; ///< of the listening thread
    std::thread listener;
    int port = 0;

    State(Options o, std::function<WebAnswer(const WebRequest &)> h) : options(std::move(o)), handle(std::move(h)) {}

    Result<> open();
    void listen();
    void accept();
    void reap(bool all);
    void talk(tcp::socket &socket, Connection &connection);
    template <class Stream> void serve(Stream &stream, Connection &connection);
    template <class Stream> bool exchange(Stream &stream, boost::beast::flat_buffer &buffer, int number);
};

Result<> WebServer::State::open()
{
    error_code error;
    if (!options.certificate.isEmpty()) {
        tls.emplace(asio::ssl::context::tls_server);
        tls->set_options(asio::ssl::context::no_sslv2 | asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
        tls->use_certificate_chain_file(options.certificate.toStdString(), error);
        if (!error)
            tls->use_private_key_file(options.privateKey.toStdString(), asio::ssl::context::pem, error);
        if (error)
            return refuse(QStringLiteral("certificate"),
                          tr("The certificate %1 or its key cannot be used: %2").arg(options.certificate, QString::fromStdString(error.message())));
    }
    const auto address = asio::ip::make_address(options.address.toStdString(), error);
    const tcp::endpoint here(address, std::uint16_t(options.port));
    if (!error)
        acceptor.open(here.protocol(), error);
    if (!error)
        acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        acceptor.bind(here, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (!error)
        acceptor.non_blocking(true, error);
    if (error) {
        acceptor.close();
        return refuse(QStringLiteral("port"), tr("Port %1 cannot be used: %2").arg(options.port).arg(QString::fromStdString(error.message())),
                      tr("Choose another port, or 0 for a free one."));
    }
    port = acceptor.local_endpoint().port();
    return Done{};
}

void WebServer::State::listen()
{
    while (!stopping) {
        pollfd entry{acceptor.native_handle(), POLLIN, 0};
        if (::poll(&entry, 1, beat) > 0)
            accept();
        reap(false);
    }
    reap(true);
}

void WebServer::State::accept()
{
    error_code error;
    tcp::socket socket = acceptor.accept(error);
    if (error || connections.size() >= mostConnections)
        return;
    socket.non_blocking(false, error);
    socket.set_option(tcp::no_delay(true), error);
    Connection &connection = connections.emplace_back();
    connection.socket = socket.native_handle();
    connection.waitFrom(Clock::now());
    connection.thread = std::thread([this, &connection, own = std::move(socket)]() mutable { talk(own, connection); });
}

/// Ends what takes too long and forgets what has ended.
void WebServer::State::reap(bool all)
{
    const auto now = Clock::now().time_since_epoch().count();
    for (auto each = connections.begin(); each != connections.end();) {
        if (all || now > each->deadline)
            each->end();
        if (!all && !each->done) {
            ++each;
            continue;
        }
        each->thread.join();
        each = connections.erase(each);
    }
}

void WebServer::State::talk(tcp::socket &socket, Connection &connection)
{
    error_code error;
    if (tls) {
        asio::ssl::stream<tcp::socket &> stream(socket, *tls);
        stream.handshake(asio::ssl::stream_base::server, error);
        if (!error)
            serve(stream, connection);
    } else {
        serve(socket, connection);
    }
    socket.shutdown(tcp::socket::shutdown_both, error);
    {
        const std::lock_guard lock(connection.mutex);
        connection.socket = -1;
        socket.close(error);
    }
    connection.done = true;
}

template <class Stream> void WebServer::State::serve(Stream &stream, Connection &connection)
{
    boost::beast::flat_buffer buffer(largestHead + 64 * 1024);
    for (int number = 1; number <= mostRequests && !stopping; ++number) {
        connection.waitFrom(Clock::now());
        if (!exchange(stream, buffer, number))
            return;
    }
}

template <class Stream> bool WebServer::State::exchange(Stream &stream, boost::beast::flat_buffer &buffer, int number)
{
    http::request_parser<http::string_body> parser;
    parser.header_limit(largestHead);
    parser.body_limit(std::uint64_t(options.largestBody));
    error_code error;
    http::read(stream, buffer, parser, error);
    if (error == http::error::body_limit || error == http::error::buffer_overflow)
        return deliver(stream, plain(413, "Too large."), false, false);
    if (error == http::error::header_limit)
        return deliver(stream, plain(431, "The head is too large."), false, false);
    if (error && error.category() == http::make_error_code(http::error::bad_target).category() && error != http::error::end_of_stream
        && error != http::error::partial_message)
        return deliver(stream, plain(400, "This is no request."), false, false);
    if (error)
        return false;
    const Wire &wire = parser.get();
    const bool head = wire.method() == http::verb::head;
    if (wire.count(http::field::host) != 1 || (!options.anyName && !isOurs(wire, port)))
        return deliver(stream, plain(421, "There is nobody of this name here."), false, head);
    return deliver(stream, handle(fromWire(wire, tls.has_value())), wire.keep_alive() && number < mostRequests, head);
}

WebServer::WebServer(Options options, std::function<WebAnswer(const WebRequest &)> handle)
    : m_state(std::make_unique<State>(std::move(options), std::move(handle)))
{}

WebServer::~WebServer() { stop(); }

Result<> WebServer::start()
{
    if (const auto opened = m_state->open(); !opened)
        return opened.error();
    m_state->listener = std::thread([state = m_state.get()] { state->listen(); });
    return Done{};
}

void WebServer::stop()
{
    m_state->stopping = true;
    if (m_state->listener.joinable())
        m_state->listener.join();
    error_code error;
    m_state->acceptor.close(error);
}

int WebServer::port() const { return m_state->port; }

} // namespace channels
