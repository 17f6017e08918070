#pragma once

#include "channels/engine/send.h"

namespace channels {

/// Tells the shop of shipments, each once.
class Teller {
public:
    Teller(Session &session, const Channel &channel, Connector &connector, Run &run, Sender &sender, PushReport &report)
        : m_session(session), m_channel(channel), m_connector(connector), m_can(connector.capabilities()), m_run(run), m_sender(sender),
          m_report(report)
    {}

    Result<> tellAll(bool dryRun);

private:
    struct Untold {
        qint64 shipment = 0;
        ShipmentNotice notice;
        std::vector<std::pair<Id<Product>, Quantity>> goods;
        bool wasTried = false; ///< without an answer that it is done: the shop may have done it all the same
    };
    static std::vector<Untold> untold(Tx &tx, const Channel &channel);
    void takeOff(Tx &tx, const Untold &told);

    Session &m_session;
    const Channel &m_channel;
    Connector &m_connector;
    const Capabilities m_can;
    Run &m_run;
    Sender &m_sender;
    PushReport &m_report;
};

} // namespace channels
