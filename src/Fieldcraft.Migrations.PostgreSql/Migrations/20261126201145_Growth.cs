using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fieldcraft.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Growth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(name: "Origin", table: "FocusBehaviours", type: "bytea", nullable: true);

            migrationBuilder.AddColumn<byte[]>(name: "Origin", table: "Assignments", type: "bytea", nullable: true);

            migrationBuilder.CreateTable(
                name: "FrameworkEditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    BasedOnId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    StartedById = table.Column<Guid>(type: "uuid", nullable: true),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PublishedById = table.Column<Guid>(type: "uuid", nullable: true),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrameworkEditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FrameworkEditions_People_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_FrameworkEditions_People_StartedById",
                        column: x => x.StartedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "GrowthAims",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    EditionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Aims = table.Column<byte[]>(type: "bytea", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrowthAims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GrowthAims_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "GrowthStatements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrowthStatements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GrowthStatements_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "LeadershipChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    EditionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Form = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    SelfRatings = table.Column<byte[]>(type: "bytea", nullable: false),
                    RatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LaunchedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: true),
                    NamedGroupFrom = table.Column<int>(type: "integer", nullable: false),
                    CommentsFrom = table.Column<int>(type: "integer", nullable: false),
                    SpreadFrom = table.Column<int>(type: "integer", nullable: false),
                    RemindersSent = table.Column<int>(type: "integer", nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Report = table.Column<byte[]>(type: "bytea", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadershipChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeadershipChecks_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "MoveComparisons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    BegunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MoveComparisons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MoveComparisons_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PacePictures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PacePictures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PacePictures_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PastExperiences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Told = table.Column<byte[]>(type: "bytea", nullable: false),
                    ToldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PastExperiences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PastExperiences_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PullReflections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Answers = table.Column<byte[]>(type: "bytea", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PullReflections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PullReflections_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "RaterAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    CheckId = table.Column<Guid>(type: "uuid", nullable: false),
                    Mark = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RaterAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RaterAnswers_LeadershipChecks_CheckId",
                        column: x => x.CheckId,
                        principalTable: "LeadershipChecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_RaterAnswers_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "RaterInvitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    CheckId = table.Column<Guid>(type: "uuid", nullable: false),
                    Group = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Address = table.Column<byte[]>(type: "bytea", nullable: false),
                    Link = table.Column<byte[]>(type: "bytea", nullable: true),
                    SecretHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    Delivery = table.Column<byte[]>(type: "bytea", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RaterInvitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RaterInvitations_LeadershipChecks_CheckId",
                        column: x => x.CheckId,
                        principalTable: "LeadershipChecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_RaterInvitations_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_FrameworkEditions_Number", table: "FrameworkEditions", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_FrameworkEditions_PublishedById", table: "FrameworkEditions", column: "PublishedById");

            migrationBuilder.CreateIndex(name: "IX_FrameworkEditions_StartedById", table: "FrameworkEditions", column: "StartedById");

            migrationBuilder.CreateIndex(name: "IX_GrowthAims_OwnerId", table: "GrowthAims", column: "OwnerId", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GrowthStatements_OwnerId_Kind_WrittenAt_Id",
                table: "GrowthStatements",
                columns: new[] { "OwnerId", "Kind", "WrittenAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_LeadershipChecks_OwnerId_RatedAt_Id",
                table: "LeadershipChecks",
                columns: new[] { "OwnerId", "RatedAt", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_LeadershipChecks_RoundId", table: "LeadershipChecks", column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_MoveComparisons_OwnerId_Id",
                table: "MoveComparisons",
                columns: new[] { "OwnerId", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_PacePictures_OwnerId", table: "PacePictures", column: "OwnerId", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PastExperiences_OwnerId_Id",
                table: "PastExperiences",
                columns: new[] { "OwnerId", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_PullReflections_OwnerId_WrittenAt_Id",
                table: "PullReflections",
                columns: new[] { "OwnerId", "WrittenAt", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_RaterAnswers_CheckId_Mark",
                table: "RaterAnswers",
                columns: new[] { "CheckId", "Mark" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_RaterAnswers_OwnerId", table: "RaterAnswers", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_RaterInvitations_CheckId", table: "RaterInvitations", column: "CheckId");

            migrationBuilder.CreateIndex(name: "IX_RaterInvitations_OwnerId", table: "RaterInvitations", column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_RaterInvitations_SecretHash",
                table: "RaterInvitations",
                column: "SecretHash",
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "FrameworkEditions");

            migrationBuilder.DropTable(name: "GrowthAims");

            migrationBuilder.DropTable(name: "GrowthStatements");

            migrationBuilder.DropTable(name: "MoveComparisons");

            migrationBuilder.DropTable(name: "PacePictures");

            migrationBuilder.DropTable(name: "PastExperiences");

            migrationBuilder.DropTable(name: "PullReflections");

            migrationBuilder.DropTable(name: "RaterAnswers");

            migrationBuilder.DropTable(name: "RaterInvitations");

            migrationBuilder.DropTable(name: "LeadershipChecks");

            migrationBuilder.DropColumn(name: "Origin", table: "FocusBehaviours");

            migrationBuilder.DropColumn(name: "Origin", table: "Assignments");
        }
    }
}
