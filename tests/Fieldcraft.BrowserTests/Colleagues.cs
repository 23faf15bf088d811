using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Security;
using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>An organisation of a few people, each with a browser of their own that is signed in.</summary>
internal static class Colleagues
{
    /// <summary>Sets the organisation up with people of these first names.</summary>
    /// <returns>The session cookie of each.</returns>
    public static async Task<IReadOnlyList<string>> MakeAsync(FieldcraftDb db, IReadOnlyList<string> names)
    {
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
        var unit = Unit.Open(Id.New<UnitId>(now), null, UnitKind.Organisation, "Meridian Post", now);
        db.Add(unit);
        var cookies = new List<string>();
        foreach (var name in names)
        {
            var facts = new DirectoryFacts
            {
                FirstName = name,
                LastName = "Test",
                EmployeeId = name,
                TimeZone = "UTC",
                JobTitle = "Team leader",
            };
            var person = Person.Join(Id.New<PersonId>(now), facts, now);
            person.PlaceIn(unit.Id, DateOnly.FromDateTime(now.UtcDateTime), now);
            var secret = Secrets.New();
            db.Add(person);
            db.Add(
                SignInSession.Start(Id.New<SessionId>(now), person.Id, Secrets.Hash(secret), Proof.Password, false, "Test browser", now)
            );
            await db.SaveChangesAsync();
            var session = db.Sessions.Local.Single(s => s.PersonId == person.Id);
            cookies.Add(Secrets.Text([.. session.Id.Value.ToByteArray(bigEndian: true), .. secret]));
        }

        return cookies;
    }

    public static Task SignInAsync(this IPage page, Uri server, string cookie) =>
        page.Context.AddCookiesAsync([
            new()
            {
                Name = SessionAuthentication.CookieName,
                Value = cookie,
                Url = server.ToString(),
            },
        ]);
}
