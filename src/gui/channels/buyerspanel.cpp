#include "gui/channels/buyerspanel.h"

#include "gui/bind/notice.h"
#include "gui/bind/question.h"
#include "gui/bind/typing.h"
#include "gui/shell/icons.h"
#include "gui/shell/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

QString buyerText(const Buyer &buyer)
{
    if (buyer.waiting > 0)
        return BuyersPanel::tr("%n order(s) wait", nullptr, buyer.waiting);
    if (buyer.approved)
        return BuyersPanel::tr("Approved");
    return buyer.open == Buyers::Anyone ? BuyersPanel::tr("May buy as anyone") : BuyersPanel::tr("Not approved");
}

BuyersPanel::BuyersPanel(Desk &desk, Notice &notice) : m_desk(desk), m_notice(notice)
{
    m_buyers = new TableModel<Buyer>(
        {{tr("Code"), [](const Buyer &b) { return b.code; }, leftAligned, 120},
         {tr("Customer"), [](const Buyer &b) { return b.name; }, leftAligned, 260},
         {tr("State"), buyerText, leftAligned, 150, [](const Buyer &b) { return b.waiting > 0 ? QVariant(theme::bad()) : QVariant(); }},
         {tr("Since"), [](const Buyer &b) { return momentText(b.since); }, leftAligned, 150},
         {tr("By"), [](const Buyer &b) { return b.by; }, leftAligned, 140}},
        this);
    m_table = makeTable(m_buyers, tr("Who may buy"));
    m_table->setObjectName(QStringLiteral("buyers"));
    m_table->setProperty(whenEmpty, tr("No customer was approved, and no order waits for it."));
    m_open = new QLabel;
    m_open->setObjectName(QStringLiteral("open-to"));
    m_open->setTextFormat(Qt::PlainText);
    const auto button = [this](const char *name, const char *iconName, const QString &text, void (BuyersPanel::*act)()) {
        auto *made = new QPushButton(icon(iconName), text);
        made->setObjectName(QLatin1String(name));
        connect(made, &QPushButton::clicked, this, act);
        return made;
    };
    m_change = button("change-buyers", "pencil", tr("Change…"), &BuyersPanel::changeOpen);
    m_approve = button("approve-buyer", "check", tr("Approve a customer…"), &BuyersPanel::approve);
    m_withdraw = button("withdraw-buyer", "x", tr("Withdraw"), &BuyersPanel::withdraw);
    auto *top = new QHBoxLayout;
    top->addWidget(m_open);
    top->addWidget(m_change);
    top->addStretch(1);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_approve);
    bottom->addWidget(m_withdraw);
    bottom->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addLayout(bottom);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showButtons(); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const Buyer *buyer = m_buyers->at(index))
            emit openCustomer(buyer->code);
    });
    show(std::nullopt);
}

void BuyersPanel::show(const std::optional<Channel> &channel)
{
    m_channel = channel;
    m_change->setEnabled(channel.has_value());
    m_approve->setEnabled(channel.has_value());
    m_open->setText(channel ? tr("Who may buy: %1").arg(buyersLabel(channel->buyers)) : QString());
    const int row = std::max(0, m_table->currentIndex().row());
    const auto buyers = channel ? m_desk.ask(buyersOn, channel->id) : Result<std::vector<Buyer>>(std::vector<Buyer>());
    m_buyers->setRows(buyers ? *buyers : std::vector<Buyer>());
    m_table->setCurrentIndex(m_buyers->index(std::min(row, m_buyers->rowCount() - 1), 0));
    showButtons();
}

void BuyersPanel::showButtons()
{
    const Buyer *buyer = m_buyers->at(m_table->currentIndex());
    m_withdraw->setEnabled(buyer && buyer->approved);
}

void BuyersPanel::changeOpen()
{
    const Channel channel = *m_channel;
    auto *question = new Question(this, tr("Who may buy on %1").arg(channel.name), tr("Set it"));
    std::vector<std::pair<QString, QString>> choices;
    for (const Buyers buyers : {Buyers::Anyone, Buyers::Approved, Buyers::Invited})
        choices.emplace_back(buyersWord(buyers), buyersLabel(buyers));
    QComboBox *who = question->addChoice("who", tr("Who may buy"), choices);
    who->setCurrentIndex(who->findData(buyersWord(channel.buyers)));
    question->ask([this, question, channel]() -> Result<> {
        const Buyers wanted = buyersFromWord(question->text("who")).value_or(channel.buyers);
        const auto set = m_desk.perform([&](Tx &tx) { return setBuyers(tx, channel.id, wanted); });
        if (!set)
            return set.error();
        m_notice.good(tr("Who may buy on %1: %2.").arg(set->name, buyersLabel(set->buyers)));
        return Done{};
    });
}

void BuyersPanel::approve()
{
    const Channel channel = *m_channel;
    const Buyer *chosen = m_buyers->at(m_table->currentIndex());
    auto *question = new Question(this, tr("Who else may buy on %1").arg(channel.name), tr("Approve"));
    question->addText("customer", tr("Customer's code"), chosen && !chosen->approved ? chosen->code : QString());
    question->ask([this, question, channel]() -> Result<> {
        QString name;
        const auto resolved = m_desk.perform([&](Tx &tx) -> Result<int> {
            const auto customer = partyByCode(tx, PartyKind::Customer, question->text("customer").trimmed());
            if (!customer)
                return customer.error();
            name = customer->displayName();
            return approveBuyer(tx, channel.id, customer->id);
        });
        if (!resolved)
            return resolved.error();
        m_notice.good(tr("%1 may buy on %2 from now on.").arg(name, channel.name)
                      + (*resolved > 0 ? u' ' + tr("%n order(s) that waited go on.", nullptr, *resolved) : QString()));
        return Done{};
    });
}

void BuyersPanel::withdraw()
{
    const Buyer *chosen = m_buyers->at(m_table->currentIndex());
    if (!chosen)
        return;
    const Buyer buyer = *chosen;
    m_notice.tell(m_desk.perform(withdrawBuyer, buyer.channel, buyer.customer),
                  tr("%1 may not buy on %2 any more; what was ordered stays.").arg(buyer.name, buyer.channelName));
}
