#pragma once

#include "base/result.h"
#include "gui/bind/notice.h"

#include <QComboBox>
#include <QDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QTableWidget>
#include <functional>
#include <map>

/// A small window that asks for what a step needs and does it: the button says what will happen. A refusal is shown in it and it stays open; nothing
/// typed is lost.
class Question : public QDialog {
    Q_OBJECT

public:
    Question(QWidget *parent, const QString &title, const QString &verb);

    QLineEdit *addText(const char *name, const QString &label, const QString &value = {});
    QComboBox *addChoice(const char *name, const QString &label, const std::vector<std::pair<QString, QString>> &choices); ///< (value, text)
    /// A table of rows with a quantity each, the last column to be edited.
    QTableWidget *addQuantities(const QStringList &titles, const std::vector<QStringList> &rows);

    QString text(const char *name) const;
    /// What stands in the last column of each row.
    QStringList quantities() const;
    /// Opens the window; `act` is called when the button is pressed, and the window closes when it did not refuse.
    void ask(std::function<Result<>()> act);

private:
    QFormLayout *m_form;
    Notice *m_notice;
    QPushButton *m_do;
    QTableWidget *m_table = nullptr;
    std::map<QString, QWidget *> m_fields;
    std::function<Result<>()> m_act;
};
