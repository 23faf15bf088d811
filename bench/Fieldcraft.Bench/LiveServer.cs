using System.Globalization;
using System.Text.Json;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web;
using Fieldcraft.Web.Features.Conversations;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Bench;

/// <summary>A session under way: its id, its pulse, and the cookies of its people; the first of them leads.</summary>
internal sealed record BenchSession(Guid Id, long Pulse, IReadOnlyList<string> Cookies);

/// <summary>A hundred sessions of ten people under way, and one node of the product that serves them.</summary>
internal static class LiveServer
{
    public const int Sessions = 100;
    public const int People = 10;

    public static async Task RunAsync(string data, string port, string database, bool fill)
    {
        var settings = new Settings
        {
            DataFolder = data,
            Database = database.Length == 0 ? null : database,
            ThrottleFactor = 1_000_000,
            Port = int.Parse(port, CultureInfo.InvariantCulture),
        };
        await using var app = await FieldcraftApp.BuildAsync(settings, TimeProvider.System);
        await DatabaseUpgrade.RunAsync(app.Services, settings, CancellationToken.None);
        app.Urls.Add($"http://127.0.0.1:{port}");
        if (fill)
        {
            // A process of its own: what making the sessions takes is no part of what serving them does.
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(await FillAsync(app.Services)));
            return;
        }

        await app.StartAsync();
        await Console.Out.WriteLineAsync("ready");
        await app.WaitForShutdownAsync();
    }

    private static async Task<List<BenchSession>> FillAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FieldcraftDb>();
        var script = scope.ServiceProvider.GetRequiredService<Scripts>().ForGroups.First();
        var now = TimeProvider.System.GetUtcNow();
        db.Add(
            new Installation
            {
                Mode = InstallationMode.Organisation,
                Name = "Bench",
                Language = "en",
                TimeZone = "UTC",
                MadeAt = now,
            }
        );
        var made = new List<BenchSession>();
        for (var i = 0; i < Sessions; i++)
        {
            made.Add(Make(db, script, i, now));
        }

        await db.SaveChangesAsync();
        return made;
    }

    private static BenchSession Make(FieldcraftDb db, SessionScript script, int number, DateTimeOffset now)
    {
        var id = Id.New<LiveSessionId>(now);
        var cookies = new List<string>();
        LiveSession? session = null;
        for (var i = 0; i < People; i++)
        {
            var person = Person.Join(
                Id.New<PersonId>(now),
                new DirectoryFacts
                {
                    FirstName = $"Person {i}",
                    LastName = $"Of {number}",
                    EmployeeId = string.Create(CultureInfo.InvariantCulture, $"B{number}-{i}"),
                    TimeZone = "UTC",
                },
                now
            );
            db.Add(person);
            if (session is null)
            {
                var code = string.Concat(number.ToString("D6", CultureInfo.InvariantCulture).Select(c => CodeText.Alphabet[c - '0']));
                session = LiveSession.Plan(id, person.Id, new SessionFacts($"Session {number}", script.Id, script.For([])), code, now);
                session.Begin(person.Id, now);
                db.Add(session);
            }

            var role = i == 0 ? SessionRole.Organiser : SessionRole.Participant;
            var member = SessionMember.Invite(Id.New<SessionMemberId>(now), id, person.Id, role, now);
            member.Join(now);
            db.Add(member);
            var secret = Secrets.New();
            var signedIn = SignInSession.Start(
                Id.New<SessionId>(now),
                person.Id,
                Secrets.Hash(secret),
                Proof.Password,
                false,
                "Bench",
                now
            );
            db.Add(signedIn);
            cookies.Add(
                $"{SessionAuthentication.CookieName}={Secrets.Text([.. signedIn.Id.Value.ToByteArray(bigEndian: true), .. secret])}"
            );
        }

        return new BenchSession(id.Value, session!.Pulse, cookies);
    }
}
