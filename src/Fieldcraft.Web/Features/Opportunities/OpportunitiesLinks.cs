using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Web.Features.Opportunities;

/// <summary>Every address of opportunities.</summary>
public static class OpportunitiesLinks
{
    public const string Room = "/opportunities";
    public const string Questions = "/opportunities/questions";
    public const string CardAddress = "/opportunities/card";
    public const string Services = "/opportunities/services";
    public const string Customers = "/opportunities/customers";
    public const string Begin = "/opportunities/new";
    public const string Thanks = "/c/thanks";

    /// <summary>The chosen questions stand in the address, so that nothing has to be kept: bookmark it, or print it.</summary>
    public static string Card(IEnumerable<string> questions) => CardAddress + Chosen(questions);

    public static string Change(IEnumerable<string> questions) => Questions + Chosen(questions);

    public static string NewEntry(ProviderEntryKind kind) => $"/opportunities/book/{NameOf(kind)}";

    public static string Entry(ProviderEntryKind kind, ProviderEntryId id) =>
        kind == ProviderEntryKind.Customer ? Customer(id) : $"/opportunities/book/{NameOf(kind)}/{id.Value}";

    public static string Customer(ProviderEntryId id) => $"{Customers}/{id.Value}";

    public static string ChangeCustomer(ProviderEntryId id) => $"/opportunities/book/customer/{id.Value}";

    /// <summary>The page that lists entries of a kind.</summary>
    public static string ListOf(ProviderEntryKind kind) => kind == ProviderEntryKind.Customer ? Customers : Services;

    public static string NewTalk(ProviderEntryId customer) => $"/opportunities/talks/new?customer={customer.Value}";

    public static string Talk(CustomerDialogueId id) => $"/opportunities/talks/{id.Value}";

    public static string TalkQuestions(CustomerDialogueId id) => $"{Talk(id)}/questions";

    public static string Confirm(CustomerDialogueId id) => $"{Talk(id)}/confirm";

    public static string BeginWith(ProviderEntryId customer) => $"{Begin}?customer={customer.Value}";

    public static string One(OpportunityId id) => $"/opportunities/{id.Value}";

    public static string Part(OpportunityId id, SheetForm form) => $"{One(id)}/{form.Id}";

    public static string Versions(OpportunityId id) => $"{One(id)}/versions";

    public static string Page(OpportunityId id) => $"{One(id)}/page";

    public static string UpwardSheet(OpportunityId id) => $"{One(id)}/upward-sheet";

    public static string Ask(OpportunityId id, CustomerAsk ask) => $"{One(id)}/ask?what={ask}";

    public static string Finish(OpportunityId id) => $"{One(id)}/finish";

    public static string Link(CustomerLinkId id) => $"/opportunities/links/{id.Value}";

    public static string Answer(string secret) => $"/c/{secret}";

    public static string NameOf(ProviderEntryKind kind) => ProviderEntry.FormOf(kind).Id;

    public static ProviderEntryKind? KindOf(string name) =>
        Enum.GetValues<ProviderEntryKind>().Where(k => NameOf(k) == name).Select(k => (ProviderEntryKind?)k).FirstOrDefault();

    private static string Chosen(IEnumerable<string> questions) =>
        QueryString.Create(questions.Select(q => KeyValuePair.Create("q", (string?)q))).ToString();
}
