using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web;
using Fieldcraft.Web.Running;

namespace Fieldcraft.Bench;

/// <summary>An organisation with nobody in it, as it stands after the set-up.</summary>
internal static class EmptyOrganisation
{
    public static async Task SetUpAsync(string data)
    {
        var settings = new Settings { DataFolder = data };
        await using var app = await FieldcraftApp.BuildAsync(settings, TimeProvider.System);
        await DatabaseUpgrade.RunAsync(app.Services, settings, CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FieldcraftDb>();
        var now = TimeProvider.System.GetUtcNow();
        db.Add(
            new Installation
            {
                Mode = InstallationMode.Organisation,
                Name = "Meridian Post",
                Language = "en",
                TimeZone = "UTC",
                MadeAt = now,
            }
        );
        db.Add(Unit.Open(Id.New<UnitId>(now), null, UnitKind.Organisation, "Meridian Post", now));
        await db.SaveChangesAsync();
    }
}
