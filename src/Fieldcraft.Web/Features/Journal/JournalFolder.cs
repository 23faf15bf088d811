using Fieldcraft.Web.Features.Journal.ExportJournal;
using Fieldcraft.Web.Features.Journal.ListEntries;
using Fieldcraft.Web.Features.Journal.RewriteEntry;
using Fieldcraft.Web.Features.Journal.TearOutEntry;
using Fieldcraft.Web.Features.Journal.WriteEntry;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Journal;

/// <summary>The private journal (DOMAIN 4.9): its owner's alone.</summary>
public sealed class JournalFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Journal", Policies.OwnItems);

    public void Api(RouteGroupBuilder api)
    {
        var journal = api.MapGroup("/journal").RequireAuthorization(Policies.OwnItems).WithTags("journal");
        ListEntriesApi.Map(journal);
        WriteEntryApi.Map(journal);
        RewriteEntryApi.Map(journal);
        TearOutEntryApi.Map(journal);
        ExportJournalApi.Map(journal);
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("journal.title", JournalLinks.List, LinkPlace.Own)];

    public void Services(IServiceCollection services)
    {
        services.AddScoped<JournalReading>();
        services.AddScoped<IShareable, ShareableEntry>();
    }
}
