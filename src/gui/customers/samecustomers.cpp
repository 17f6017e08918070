#include "gui/customers/samecustomers.h"

#include <QPushButton>
#include <QVBoxLayout>

SameCustomers::SameCustomers(Desk &desk, Notice &notice, Id<Party> party) : m_desk(desk), m_notice(notice), m_party(party)
{
    m_rows = new TableModel<Row>({{tr("Code"), [](const Row &r) { return r.party.code; }, leftAligned, 110},
                                  {tr("Name"), [](const Row &r) { return r.party.name; }, leftAligned, 200},
                                  {tr("Company"), [](const Row &r) { return r.party.company; }, leftAligned, 200},
                                  {tr("E-mail"), [](const Row &r) { return r.party.email; }, leftAligned, 220},
                                  {tr("Why"), [](const Row &r) { return r.merged ? tr("merged into this customer") : r.reason; }, leftAligned, 220}},
                                 this);
    m_table = makeTable(m_rows, tr("Same customer?"));
    m_table->setObjectName(QStringLiteral("same"));
    m_table->setProperty(whenEmpty, tr("No other customer looks like this one."));
    m_do = new QPushButton;
    m_do->setObjectName(QStringLiteral("merge"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(m_table, 1);
    column->addWidget(m_do, 0, Qt::AlignLeft);
    connect(m_do, &QPushButton::clicked, this, [this] { mergeOrTakeApart(); });
    connect(m_table, &QTableView::activated, this, [this] { mergeOrTakeApart(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showButton(); });
    showButton();
}

void SameCustomers::reload()
{
    if (!m_party)
        return;
    m_desk.askLater(
        this,
        [id = m_party](Tx &tx) {
            std::vector<Row> rows;
            for (const Party &merged : mergedInto(tx, id))
                rows.push_back({merged, {}, true});
            for (const MergeSuggestion &suggestion : mergeSuggestions(tx, id))
                rows.push_back({suggestion.other, suggestion.reason, false});
            return rows;
        },
        [this](const Result<std::vector<Row>> &rows) {
            if (!rows)
                return m_notice.refusal(rows.error());
            const int at = std::max(0, m_table->currentIndex().row());
            m_rows->setRows(*rows);
            m_table->setCurrentIndex(m_rows->index(std::min(at, m_rows->rowCount() - 1), 0));
            showButton();
        });
}

void SameCustomers::showButton()
{
    const Row *row = m_rows->at(m_table->currentIndex());
    m_do->setEnabled(row);
    m_do->setText(row && row->merged ? tr("Take apart") : tr("Merge into this customer"));
}

void SameCustomers::mergeOrTakeApart()
{
    const Row *row = m_rows->at(m_table->currentIndex());
    if (!row)
        return;
    const Party other = row->party;
    if (row->merged)
        m_notice.tell(m_desk.perform(unmergeParty, other.id), tr("%1 is a customer of its own again.").arg(other.code));
    else
        m_notice.tell(m_desk.perform(mergeParty, other.id, m_party),
                      tr("%1 stands for this customer now. It can be taken apart again.").arg(other.code));
}
