#pragma once

#include "gui/bind/notice.h"
#include "sql/connection.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

/// The first window where no company is open: try the practice company, open one, or make one.
class StartGuide : public QDialog {
    Q_OBJECT

public:
    explicit StartGuide(QWidget *parent = nullptr);
    /// Opens or makes what was chosen; nothing if the window was closed.
    std::optional<sql::Locator> chosen() const { return m_chosen; }
    bool wantsPractice() const { return m_practice; }

private:
    void openFile();
    void make();
    void choose(const sql::Locator &where);

    Notice *m_notice;
    QLineEdit *m_name, *m_where, *m_address;
    QComboBox *m_country, *m_currency, *m_chart;
    std::optional<sql::Locator> m_chosen;
    bool m_practice = false;
};
