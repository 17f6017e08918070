#include "web/server.h"

#include "web/connection.h"
#include "web/peer.h"

#include <QCoreApplication>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <sys/resource.h>

namespace web {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

constexpr rlim_t otherFiles = 256; ///< of databases and the like
constexpr auto acceptPause = std::chrono::milliseconds(100);

QString tr(const char *text) { return QCoreApplication::translate("WebServer", text); }

/// Each connection is an open file.
void makeRoomFor(int connections)
{
    rlimit files{};
    const rlim_t wanted = rlim_t(connections) + otherFiles;
    if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= wanted)
        return;
    files.rlim_cur = std::min(wanted, files.rlim_max);
    setrlimit(RLIMIT_NOFILE, &files);
}

} // namespace

Result<> setAddress(Options &options, const QString &addressAndPort)
{
    const auto colon = addressAndPort.lastIndexOf(u':');
    bool isNumber = false;
    const int port = addressAndPort.mid(colon + 1).toInt(&isNumber);
    QString host = addressAndPort.left(colon);
    if (colon < 1 || !isNumber || port < 0 || port > 65535)
        return refuse(QStringLiteral("address"), tr("“%1” is no address such as 127.0.0.1:8090.").arg(addressAndPort));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    options.address = host;
    options.port = port;
    return Done{};
}

struct Server::State {
    State(Options o, MakeHandler makeHandler)
        : options(std::move(o)), workers(options.workers, options.limits.waiting, std::move(makeHandler)), hub(options, workers)
    {}

    Result<> openTls();
    Result<> open();
    void accept();
    void welcome(tcp::socket socket);
    void wind();

    Options options;
    Workers workers;
    Hub hub;
    std::optional<asio::ssl::context> tls;
    tcp::acceptor acceptor{hub.context};
    asio::steady_timer pause{hub.context}; ///< of the acceptor, and before the end
    std::thread network;
    int port = 0;
};

Result<> Server::State::openTls()
{
    error_code error;
    using Tls = asio::ssl::context;
    tls.emplace(Tls::tls_server);
    tls->set_options(Tls::no_sslv2 | Tls::no_sslv3 | Tls::no_tlsv1 | Tls::no_tlsv1_1 | Tls::no_compression | Tls::single_dh_use
                     | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    tls->use_certificate_chain_file(options.certificate.toStdString(), error);
    if (!error)
        tls->use_private_key_file(options.privateKey.toStdString(), Tls::pem, error);
    if (error)
        return refuse(QStringLiteral("certificate"),
                      tr("The certificate %1 or its key cannot be used: %2").arg(options.certificate, QString::fromStdString(error.message())));
    return Done{};
}

Result<> Server::State::open()
{
    error_code error;
    const auto address = asio::ip::make_address(options.address.toStdString(), error);
    if ((error || !address.is_loopback()) && options.certificate.isEmpty() && !options.behindProxy)
        return refuse(QStringLiteral("in_clear"), tr("What is said on %1 would travel unencrypted.").arg(options.address),
                      tr("Give a certificate and its key, or say that a web server in front of it does the encryption."));
    if (error)
        return refuse(QStringLiteral("address"), tr("“%1” is no address such as 127.0.0.1.").arg(options.address));
    if (!options.certificate.isEmpty())
        if (const auto opened = openTls(); !opened)
            return opened.error();
    const tcp::endpoint here(address, std::uint16_t(options.port));
    acceptor.open(here.protocol(), error);
    if (!error)
        acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        acceptor.bind(here, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) {
        acceptor.close();
        return refuse(QStringLiteral("port"), tr("Port %1 cannot be used: %2").arg(options.port).arg(QString::fromStdString(error.message())),
                      tr("Choose another port, or 0 for a free one."));
    }
    port = acceptor.local_endpoint().port();
    return Done{};
}

void Server::State::accept()
{
    acceptor.async_accept([this](error_code error, tcp::socket socket) {
        if (hub.stopping)
            return;
        if (!error) {
            welcome(std::move(socket));
            return accept();
        }
        pause.expires_after(acceptPause); // there are no files left, for instance
        pause.async_wait([this](error_code ended) {
            if (!ended && !hub.stopping)
                accept();
        });
    });
}

/// Turned away without a word: whoever has too many connections has been given enough.
void Server::State::welcome(tcp::socket socket)
{
    error_code error;
    const auto address = socket.remote_endpoint(error).address();
    if (error || hub.count >= options.limits.connections)
        return;
    const QString peer = textOf(address);
    const QByteArray origin = isProxy(peer, options) ? QByteArray() : originOf(address);
    if (!origin.isEmpty() && hub.perOrigin[origin] >= options.limits.perAddress)
        return;
    socket.set_option(tcp::no_delay(true), error);
    const auto connection = std::make_shared<Connection>(hub, std::move(socket), tls ? &*tls : nullptr, peer, origin);
    hub.connections.insert(connection);
    ++hub.count;
    if (!origin.isEmpty())
        ++hub.perOrigin[origin];
    connection->start();
}

/// In the network's thread: ends when the last connection does.
void Server::State::wind()
{
    hub.stopping = true;
    error_code none;
    acceptor.close(none);
    pause.expires_after(options.limits.stopTime);
    pause.async_wait([this](error_code ended) {
        if (ended)
            return;
        workers.forgetWaiting();
        for (const auto &connection : std::set(hub.connections))
            connection->end();
    });
    hub.emptied = [this] { pause.cancel(); };
    for (const auto &connection : std::set(hub.connections))
        connection->wind();
    if (hub.connections.empty())
        pause.cancel();
}

Server::Server(Options options, MakeHandler makeHandler) : m_state(std::make_unique<State>(std::move(options), std::move(makeHandler))) {}

Server::~Server() { stop(); }

Result<> Server::start()
{
    makeRoomFor(m_state->options.limits.connections);
    if (auto opened = m_state->open(); !opened)
        return opened;
    if (auto started = m_state->workers.start(); !started) {
        m_state->acceptor.close();
        return started;
    }
    m_state->accept();
    m_state->network = std::thread([state = m_state.get()] { state->hub.context.run(); });
    return Done{};
}

void Server::stop()
{
    if (m_state->network.joinable()) {
        asio::post(m_state->hub.context, [state = m_state.get()] { state->wind(); });
        m_state->network.join();
    }
    m_state->workers.stop();
}

int Server::port() const { return m_state->port; }

int Server::connections() const { return m_state->hub.count; }

} // namespace web
